import { type SQL, sql } from 'drizzle-orm'

/**
 * Whether dossier `d` of session `s` names a sponsor that is accredited on the day it counts: that of its
 * submission, the closing where it is not submitted yet, as days are told by the session's clock. Null while
 * it names none, and where the network keeps no accreditation for this scheme: it may keep them elsewhere.
 */
export const sponsorAccredited: SQL = sql`case when d.sponsor_id is null or not exists (
  select from sponsor_accreditation k where k.network_id = d.network_id
    and (k.dispositif_id is null or k.dispositif_id = s.dispositif_id)) then null else exists (
  select from sponsor_accreditation a where a.network_id = d.network_id and a.organisation_id = d.sponsor_id
    and (a.dispositif_id is null or a.dispositif_id = s.dispositif_id)
    and a.starts_on <= (coalesce(d.submitted_at, s.closes_at) at time zone s.time_zone)::date
    and (a.ends_on is null or a.ends_on >= (coalesce(d.submitted_at, s.closes_at) at time zone s.time_zone)::date)
    and (a.ended_on is null or a.ended_on > (coalesce(d.submitted_at, s.closes_at) at time zone s.time_zone)::date)) end`
