import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { type FormDefinition, formDefinition } from '../form/form.schema.ts'
import type { DossierState } from '../lifecycle/lifecycle.ts'

export type ExportedDossier = {
  id: string
  number: number
  title: string
  externalNumber: string | null
  externalStatus: string
  state: DossierState
  movedOn: string
  submittedAt: string | null
  countries: string[]
  department: string | null
  startsOn: string | null
  endsOn: string | null
  requestedCents: number | null
  planned: unknown
  achieved: unknown
  report: { body: string; spentCents: number | null; budget: unknown[]; proofs: string[] } | null
  formId: string
  answers: Record<string, unknown>
  holders: { name: string; siret: string | null; siren: string | null; rna: string | null }[]
  sponsor: string | null
  assignee: string | null
  moves: { to: DossierState; on: string; by: string | null; reason: string }[]
}

/** Some dossiers of a session, whole, in the order of their numbers; those merged into others left aside. */
export async function exportedDossiers(
  tx: Transaction,
  ctx: StaffContext,
  sessionId: string,
  { after, most, only = null }: { after: number; most: number; only?: string | null },
): Promise<ExportedDossier[]> {
  const { rows } = await tx.execute<ExportedDossier>(sql`
    select d.id, d.number, d.title, d.external_number as "externalNumber", d.external_status as "externalStatus",
      d.state, (d.moved_at at time zone s.time_zone)::date::text as "movedOn",
      to_char(d.submitted_at at time zone s.time_zone, 'YYYY-MM-DD HH24:MI') as "submittedAt",
      d.countries, d.department, d.starts_on::text as "startsOn", d.ends_on::text as "endsOn",
      d.requested_cents as "requestedCents", d.planned, d.achieved, d.form_id as "formId", d.answers,
      (select jsonb_build_object('body', r.body, 'spentCents', r.spent_cents, 'budget', r.budget,
          'proofs', array(select f.name from dossier_file p
              join stored_file f on f.network_id = p.network_id and f.id = p.file_id and f.deleted_at is null
            where p.network_id = d.network_id and p.dossier_id = d.id and p.kind = 'proof' order by p.added_at))
        from dossier_report r where r.network_id = d.network_id and r.dossier_id = d.id) as report,
      coalesce((select jsonb_agg(jsonb_build_object('name', o.name, 'siret', o.siret, 'siren', o.siren,
            'rna', o.rna) order by h.lead desc, o.name)
          from dossier_holder h join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
          where h.network_id = d.network_id and h.dossier_id = d.id), '[]') as holders,
      (select o.name from organisation o where o.network_id = d.network_id and o.id = d.sponsor_id) as sponsor,
      (select a.name from account a where a.id = d.assignee_id) as assignee,
      (select coalesce(jsonb_agg(jsonb_build_object('to', m.to_state,
            'on', to_char(m.at at time zone s.time_zone, 'YYYY-MM-DD'), 'by', a.name, 'reason', m.reason)
          order by m.nth), '[]')
        from dossier_move m left join account a on a.id = m.account_id
        where m.network_id = d.network_id and m.dossier_id = d.id) as moves
    from dossier d join dispositif_session s on s.network_id = d.network_id and s.id = d.session_id
    where d.network_id = ${ctx.network.id} and d.session_id = ${sessionId} and d.state <> 'merged'
      and d.number > ${after} ${only ? sql`and d.id = ${only}` : sql``}
    order by d.number limit ${most}`)
  return rows
}

export type ExportedSession = {
  id: string
  name: string
  code: string
  dossiers: number
  forms: Map<string, FormDefinition>
}

/** What a session is called, how many leave it, and the forms they were written on, the newest first. */
export async function exportedSession(
  tx: Transaction,
  ctx: StaffContext,
  id: string,
): Promise<ExportedSession | null> {
  const { rows } = await tx.execute<Omit<ExportedSession, 'forms'>>(sql`
    select s.id, s.name, p.code, (select count(*)::int from dossier d where d.network_id = s.network_id
      and d.session_id = s.id and d.state <> 'merged') as dossiers
    from dispositif_session s join dispositif p on p.network_id = s.network_id and p.id = s.dispositif_id
    where s.network_id = ${ctx.network.id} and s.id = ${id}`)
  const forms = await tx.execute<{ id: string; content: unknown }>(sql`
    select id, content from dispositif_revision where network_id = ${ctx.network.id} and id in (
      select form_id from dispositif_session where network_id = ${ctx.network.id} and id = ${id}
      union select form_id from dossier where network_id = ${ctx.network.id} and session_id = ${id})
    order by number desc`)
  const definitions = forms.rows.map(
    ({ id: form, content }) => [form, formDefinition.parse(content)] as const,
  )
  return rows[0] ? { ...rows[0], forms: new Map(definitions) } : null
}
