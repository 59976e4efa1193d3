-- Which job this one judges anew. "add column if not exists" would lock out everybody before it finds the column.
do $$
begin
  if not exists (select from pg_attribute
                 where attrelid = 'public.executions'::regclass and attname = 'rejudge_of' and not attisdropped) then
    alter table public.executions add column rejudge_of uuid;  -- null for what somebody submitted
  end if;
end $$;
