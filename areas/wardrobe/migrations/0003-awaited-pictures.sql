-- Owned from a product that had no picture then: it takes the product's when there is one, once. Not of what was there before:
-- somebody may have deleted its photos on purpose.
alter table wardrobe_items add column awaits_product_picture boolean not null default false;
create index wardrobe_items_awaiting on wardrobe_items (product_id) where awaits_product_picture;
