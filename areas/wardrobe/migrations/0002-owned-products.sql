-- What was added from a product: which one, so that the same again is the same garment. No foreign key: products may go.
alter table wardrobe_items
  add column brand text check (length(brand) between 1 and 80),
  add column product_id uuid,
  add column product_color text check (length(product_color) between 1 and 40),
  add constraint wardrobe_items_product check (product_id is not null or product_color is null);
create unique index wardrobe_items_of_product on wardrobe_items (person_id, product_id, product_color) nulls not distinct
  where product_id is not null;
