/** What a test or journey may read from outside, by the one door to it. */
export { readEnvironment } from '#platform/config/load-config.ts';
