import { ScrollTable } from '../scroll-table.tsx';
import { forty_sizes } from './size-names.ts';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Table',
  about: 'Figures stand under each other. Where it is wider than its place it scrolls, and a basted edge says that more lies there.',
  states: [
    { name: words.rest, Draw: Orders },
    { name: words.many, Draw: Stock },
  ],
};

function Orders() {
  return (
    <ScrollTable name={words.orders}>
      <thead>
        <tr>
          {words.order_heads.map((head, column) => (
            <th key={head} scope="col" className={column === 3 ? 'figure' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {words.order_rows.map(([order, ...cells]) => (
          <tr key={order}>
            <th scope="row">{order}</th>
            {cells.map((cell, column) => (
              <td key={cell} className={column === 2 ? 'figure' : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

function Stock() {
  return (
    <ScrollTable name={words.stock} has_fixed_column>
      <thead>
        <tr>
          <th scope="col">{words.stock_head}</th>
          {forty_sizes.map((size) => (
            <th key={size} scope="col" className="figure">
              {size}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {words.stock_rows.map((garment, row) => (
          <tr key={garment}>
            <th scope="row">{garment}</th>
            {forty_sizes.map((size, column) => (
              <td key={size} className="figure">
                {(row * 7 + column * 3) % 23}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
