-- Where Realtime can broadcast from the database: each change is sent to execution:<id> and, if it has one, user:<id>.
-- Its schema appears only after Realtime's own first start, so this is tried again at each of our starts.

-- The names inside are resolved when it runs: it can be made where Realtime is not. It runs as its owner, because
-- realtime.send loses a message without an error when the caller may not write it.
create or replace function public.executions_broadcast() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  change jsonb := jsonb_build_object('id', new.id, 'status', new.status, 'score', new.score,
                                     'verdict', new.verdict, 'version', new.version);
begin
  if to_regprocedure('realtime.send(jsonb,text,text,boolean)') is null then
    return null;
  end if;
  perform realtime.send(change, 'change', 'execution:' || new.id, true);
  if new.user_id is not null then
    perform realtime.send(change, 'change', 'user:' || new.user_id, true);
  end if;
  return null;
end $$;

do $$
begin
  if to_regprocedure('realtime.send(jsonb,text,text,boolean)') is not null
     and not exists (select from pg_trigger
                     where tgrelid = 'public.executions'::regclass and tgname = 'executions_broadcast') then
    create trigger executions_broadcast after insert or update on public.executions
      for each row execute function public.executions_broadcast();
  end if;
exception when insufficient_privilege then
  raise warning 'judgeflow: changes of public.executions are not broadcast: %', sqlerrm;
end $$;

-- Both topics are private: who may listen is decided by this policy, under the listener's own claims.
do $$
begin
  if to_regrole('authenticated') is null
     or to_regclass('realtime.messages') is null
     or to_regprocedure('realtime.topic()') is null
     or exists (select from pg_policy
                where polrelid = to_regclass('realtime.messages') and polname = 'executions_owner_listens') then
    return;
  end if;
  create policy executions_owner_listens on realtime.messages for select to authenticated
    using (
      extension = 'broadcast'
      and (
        (select realtime.topic()) =
          'user:' || (select nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')
        or exists (
          select from public.executions e
          where e.id = (select case when realtime.topic() ~ '^execution:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                                    then substr(realtime.topic(), 11)::uuid end)
            and e.user_id = (select nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'))));
exception when insufficient_privilege then
  raise warning 'judgeflow: nobody may listen to private topics of executions: %', sqlerrm;
end $$;
