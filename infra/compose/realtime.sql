-- Where Supabase Realtime keeps its own tables; its image expects the schema, the database's does not bring it.
create schema if not exists _realtime;
alter schema _realtime owner to supabase_admin;
