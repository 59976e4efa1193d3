-- What the endpoint asks on behalf of its clients. Only a superuser may: each of these takes any role.
create schema if not exists judgeflow_realtime;

-- Returns once other sessions see what a transaction did: it is published when it is in the log, a moment before that.
create or replace function judgeflow_realtime.await_visible(transaction bigint)
returns void language plpgsql as $$
declare
  newest bigint := pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
  -- Published are the last 32 bits of its number.
  distance bigint := (transaction - newest) & 4294967295;
  complete xid8 := (newest + distance - case when distance > 2147483647 then 4294967296 else 0 end)::text::xid8;
begin
  for attempt in 1 .. 1000 loop
    exit when pg_visible_in_snapshot(complete, pg_current_snapshot());
    perform pg_sleep(0.0005);
  end loop;
end $$;

-- Who of several may see a row, as it is now. For each role: the columns it may select and, by its claims and the
-- table's policies, whether it finds the row by this key. Without a key the policies are not asked.
create or replace function judgeflow_realtime.look(
  entity regclass, key jsonb, roles text[], claims text[], transaction bigint)
returns table (columns text[], visible boolean) language plpgsql as $$
declare
  condition text := (select string_agg(format('%I = %L', field, value), ' and ') from jsonb_each_text(key) e(field, value));
  guarded boolean := (select relrowsecurity from pg_class where oid = entity);
begin
  perform judgeflow_realtime.await_visible(transaction);
  for n in 1 .. cardinality(roles) loop
    columns := array(
      select attname::text from pg_attribute
      where attrelid = entity and attnum > 0 and not attisdropped
        and has_column_privilege(roles[n], entity, attnum, 'select'));
    visible := array(select jsonb_object_keys(key)) <@ columns;
    if visible and guarded and condition is not null then
      perform set_config('role', roles[n], true), set_config('request.jwt.claims', claims[n], true);
      execute format('select exists (select from %s where %s)', entity, condition) into visible;
      perform set_config('role', 'none', true);
    end if;
    return next;
  end loop;
end $$;

-- Whether the policies of realtime.messages let somebody see a broadcast on a topic: one is written, looked for, undone.
create or replace function judgeflow_realtime.may_listen(topic text, role text, claims text)
returns boolean language plpgsql as $$
declare
  probe uuid := gen_random_uuid();
  visible boolean := false;
begin
  begin
    insert into realtime.messages (id, topic, extension, private) values (probe, topic, 'broadcast', true);
    perform set_config('role', role, true), set_config('request.jwt.claims', claims, true),
            set_config('realtime.topic', topic, true);
    execute 'select exists (select from realtime.messages where id = $1)' into visible using probe;
    raise exception using errcode = 'JF000';
  exception when sqlstate 'JF000' or insufficient_privilege then
    return visible;
  end;
end $$;

-- Why a subscription to a table is not possible, or null. Without a column there is no filter.
create or replace function judgeflow_realtime.objection(
  table_schema text, table_name text, filter_column text, filter_values text[], role text)
returns text language plpgsql as $$
declare
  entity regclass := to_regclass(format('%I.%I', table_schema, table_name));
  column_type text;
  given text;
begin
  if to_regrole(role) is null then
    return format('role "%s" does not exist', role);
  end if;
  if table_name <> '*' and not exists (
      select from pg_publication_tables p
      where p.pubname = 'supabase_realtime' and p.schemaname = table_schema and p.tablename = table_name) then
    return 'the table is not in the publication supabase_realtime';
  end if;
  if filter_column is null then
    return null;
  end if;
  select format_type(atttypid, null) into column_type from pg_attribute
  where attrelid = entity and attname = filter_column and attnum > 0
    and has_column_privilege(role, entity, attnum, 'select');
  if column_type is null then
    return format('invalid column for filter %s', filter_column);
  end if;
  foreach given in array filter_values loop
    execute format('select %L::%s', given, column_type);
  end loop;
  return null;
exception when data_exception then
  return sqlerrm;
end $$;

revoke all on schema judgeflow_realtime from public;
