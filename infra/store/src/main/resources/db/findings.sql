-- What an operator should know after the migration: one sentence per row, none when all is well.
-- Where there is neither a role "authenticated" nor a publication of Supabase, only the writer itself is looked at.
with executions as (
  select c.oid, c.relrowsecurity and not c.relforcerowsecurity and pg_has_role(c.relowner, 'usage') as owned,
         c.relrowsecurity as guarded
  from pg_class c where c.oid = to_regclass('public.executions')
), me as (
  select rolsuper or rolbypassrls as unbound from pg_roles where rolname = current_user
)
select 'table public.executions is missing' as finding
where not exists (select from executions)
union all
select 'user ' || current_user || ' neither owns public.executions nor bypasses row level security: writes fail'
from executions, me where guarded and not owned and not unbound
union all
select 'row level security of public.executions is off: everybody with a grant reads everything'
from executions where not guarded and to_regrole('authenticated') is not null
union all
select 'role authenticated may not select from public.executions: Realtime shows it nothing'
from executions where to_regrole('authenticated') is not null and not has_table_privilege('authenticated', executions.oid, 'select')
union all
select 'public.executions is not in publication supabase_realtime: Realtime sees no changes'
from executions
where exists (select from pg_publication where pubname = 'supabase_realtime')
  and not exists (select from pg_publication_tables
                  where pubname = 'supabase_realtime' and schemaname = 'public' and tablename = 'executions')
union all
select 'wal_level is ' || current_setting('wal_level') || ', Realtime needs logical'
from executions
where exists (select from pg_publication where pubname = 'supabase_realtime') and current_setting('wal_level') <> 'logical'
union all
select 'no trigger broadcasts public.executions: once Realtime has started, start one of our services again'
from executions
where to_regnamespace('realtime') is not null
  and not exists (select from pg_trigger where tgrelid = executions.oid and tgname = 'executions_broadcast')
