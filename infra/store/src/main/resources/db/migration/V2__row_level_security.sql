-- Supabase only: a user reads the own rows and nothing else. The owner of the table, our writer, is not subject to it.
-- Everything is looked at before it is changed: from the second start on nothing here locks the table.
do $$
begin
  if to_regrole('authenticated') is null then
    return;
  end if;

  if not (select relrowsecurity from pg_class where oid = 'public.executions'::regclass) then
    alter table public.executions enable row level security;
    -- Supabase grants everything on new tables, truncate included, which no policy holds back.
    revoke all on public.executions from authenticated;
    if to_regrole('anon') is not null then
      revoke all on public.executions from anon;
    end if;
  end if;

  if not has_table_privilege('authenticated', 'public.executions', 'select') then
    grant select on public.executions to authenticated;
  end if;

  if not exists (select from pg_policy
                 where polrelid = 'public.executions'::regclass and polname = 'executions_owner_reads') then
    -- Wrapped in a select, the claim is read once per query and not once per row.
    create policy executions_owner_reads on public.executions for select to authenticated
      using (user_id = (select nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'));
  end if;
exception when insufficient_privilege then
  raise warning 'judgeflow: row level security of public.executions is not set up: %', sqlerrm;
end $$;
