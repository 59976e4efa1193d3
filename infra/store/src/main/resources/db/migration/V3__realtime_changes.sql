-- Supabase only: Realtime's "Postgres Changes" come from the tables of this publication.
do $$
begin
  if exists (select from pg_publication where pubname = 'supabase_realtime' and not puballtables)
     and not exists (select from pg_publication_tables
                     where pubname = 'supabase_realtime' and schemaname = 'public' and tablename = 'executions') then
    alter publication supabase_realtime add table public.executions;
  end if;
exception when insufficient_privilege then
  raise warning 'judgeflow: public.executions is not in publication supabase_realtime: %', sqlerrm;
end $$;
