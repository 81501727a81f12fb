import assert from 'node:assert/strict';
import test from 'node:test';
import { isPublicAddress } from './public-address.ts';

const refused = [
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:7f00:1',
  '::7f00:1',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '2002:7f00:1::',
  '2001::1',
  'fc00::1',
  'fd12::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  '2001:db8::1',
  '3fff::1',
  '100::1',
  '2001:10::1',
  '2001:20::1',
  '5f00::1',
  '2001:2::1',
  '4000::1',
  '',
  'localhost',
  '8.8.8',
  '8.8.8.8 ',
];

test('no address outside public unicast passes, in any family or wrapping', () => {
  for (const address of refused) assert.equal(isPublicAddress(address), false, address);
});

test('addresses of the public internet pass', () => {
  for (const address of ['8.8.8.8', '1.1.1.1', '23.45.67.89', '172.32.0.1', '2606:4700::1111', '2a00:1450:4001::1']) {
    assert.equal(isPublicAddress(address), true, address);
  }
});
