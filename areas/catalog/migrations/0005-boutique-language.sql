-- In which language a boutique writes: the names and words of its products, its own story. Whatever was there is English.
alter table catalog_boutiques add column language text not null default 'en' check (language ~ '^[a-z]{2,3}(-[A-Z]{2})?$');
alter table catalog_boutiques alter column language drop default;

-- When it ships was a sentence in that language; as a number each reader is told in their own. What cannot be read is not said.
alter table catalog_boutiques add column ships_in_days integer check (ships_in_days between 0 and 90);
update catalog_boutiques set ships_in_days = case
  when ships ~* '\ytoday\y' then 0
  when ships ~* '\ytomorrow\y' then 1
  when ships ~* '\yin ([1-8]?[0-9]|90) days?\y' then substring(lower(ships) from '\yin ([1-8]?[0-9]|90) days?\y')::int
end;
alter table catalog_boutiques drop column ships;
