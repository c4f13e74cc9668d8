import type pg from 'pg'
import { rowIds } from './row-id.ts'

/** Projects of one network that an organisation of another holds too; `answer` null awaits one. */
const TIES: { from: string; to: string; answer: 'confirmed' | null }[] = [
  { from: 'so-cooperation', to: 'occitanie-cooperation', answer: 'confirmed' },
  { from: 'so-cooperation', to: 'pays-de-la-loire-ci', answer: 'confirmed' },
  { from: 'so-cooperation', to: 'resacoop', answer: null },
  { from: 'gescod', to: 'lianes-cooperation', answer: 'confirmed' },
  // So that staff of SO Coopération have one to answer, and its own panorama stays as its report counts it.
  { from: 'occitanie-cooperation', to: 'so-cooperation', answer: null },
]

/** Both ends of each, written by its own network under its own policies, as the acts do. */
export async function tieProjects(app: pg.ClientBase, ids: Map<string, number>, loaded: string[]) {
  const newId = rowIds('project ties')
  for (const [index, { from, to, answer }] of TIES.entries()) {
    const [ours, theirs] = [ids.get(from), ids.get(to)]
    if (!ours || !theirs || !loaded.includes(from) || !loaded.includes(to)) continue
    const { rows } = await app.query<{ project: string; organisation: string; name: string; title: string }>(
      `select p.id as project, p.title, o.id as organisation, o.name from project_listing p
       join lateral (select id, name from organisation_listing o where o.network_id = $2
         and o.countries && p.countries and o.kind = 'local_authority' order by o.id limit 1) o on true
       where p.network_id = $1 order by (p.title ^@ 'PACTE') desc, p.id offset $3 limit 1`,
      [ours, theirs, from === 'so-cooperation' ? index : 0],
    )
    const found = rows[0]
    if (!found) continue
    const id = newId(index)
    await within(app, ours, async () => {
      await app.query(
        `insert into project_tie (network_id, id, project_id, other_network_id, organisation_id, other_now_id,
           project_title, organisation_name, holder_name, proposed_at)
         select $1, $2, p.id, $3, $4, $4, p.title, $5, coalesce((select o.name from project_holder h
           join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
           where h.network_id = $1 and h.project_id = p.id and h.lead), ''), p.published_at
         from project p where p.network_id = $1 and p.id = $6`,
        [ours, id, theirs, found.organisation, found.name, found.project],
      )
    })
    if (!answer) continue
    await within(app, theirs, async () => {
      await app.query(
        `insert into project_tie_answer
           (network_id, id, asking_network_id, organisation_id, answer, answered_at)
         select $1, t.id, t.network_id, $3, $4, t.proposed_at from project_tie t where t.id = $2`,
        [theirs, id, found.organisation, answer],
      )
      await app.query('select definer_identity.refresh_project_networks($1, $2)', [ours, found.project])
    })
  }
}

async function within(app: pg.ClientBase, network: number, act: () => Promise<void>) {
  await app.query(`select set_config('app.network_id', $1, true)`, [String(network)])
  await act()
}
