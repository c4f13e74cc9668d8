import { beforeAll, describe, expect, it } from 'vitest'
import { getDossier } from '#server/dispositifs/dossier/get-dossier.server.ts'
import { formDefinition } from '#server/dispositifs/form/form.schema.ts'
import { faultsOf, missing, visibleFields } from '#server/dispositifs/form/form.ts'
import { readBoard } from '#server/dispositifs/sitting/board.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { useDemoData } from '#tests/support/demo-data.ts'
import { startApp } from '#tests/support/http.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
useDemoData(database, { networks: 2 })
let staff: StaffContext

beforeAll(async () => {
  await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
})

type Line = { id: string; network: number; code: string; number: number; state: string; content: unknown }
type Told = Line & { answers: Record<string, unknown> }
const dossiers = async () =>
  (
    await database.superuser.query<Told>(`
      select d.id, d.network_id as network, p.code, d.number, d.state, d.answers, r.content from dossier d
        join dispositif_revision r on r.network_id = d.network_id and r.id = d.form_id
        join dispositif p on p.network_id = r.network_id and p.id = r.dispositif_id`)
  ).rows

describe('A dossier of the demonstration', () => {
  it('answers its own form without a fault, and lacks nothing but papers', async () => {
    const all = await dossiers()
    expect(all.length).toBeGreaterThan(60)
    for (const { code, number, content, answers } of all) {
      const form = formDefinition.parse(content)
      const papers = visibleFields(form, answers).flatMap(({ key, type }) => (type === 'file' ? [key] : []))
      const lacking = missing(form, answers).filter((key) => !papers.includes(key))
      expect({ code, number, faults: faultsOf(form, answers), lacking }).toEqual({
        ...{ code, number, faults: {}, lacking: [] },
      })
    }
  })

  it('keeps the rules of its session, unless one was waived or it was found ineligible for it', async () => {
    const own = (await dossiers()).filter(({ network }) => network === staff.network.id)
    let waived = 0
    for (const { id, code, number, state } of own) {
      const { hindering, waivers, judgements } = await getDossier(staff, id)
      const broken = judgements.filter(({ verdict, blocking }) => blocking && verdict === 'broken')
      waived += waivers.length
      const expected = state === 'ineligible' ? 1 : 0
      expect({ code, number, hindering: hindering.length }).toEqual({ code, number, hindering: expected })
      expect({ code, number, broken: broken.length }).toEqual({
        code,
        number,
        broken: expected + waivers.length,
      })
    }
    expect(waived).toBe(2)
  })
})

describe('The juries of the demonstration that are over', () => {
  it('are signed, with minutes that tell every file and change no more; the one to come is not', async () => {
    const { rows } = await database.superuser.query(
      `select s.id, s.starts_at::date::text as "on", s.signed_round as signed, m.content, m.pdf_id as pdf,
         (select count(*)::int from sitting_item i where i.sitting_id = s.id) as items
       from sitting s left join sitting_minutes m on m.sitting_id = s.id
       where s.network_id = $1 order by s.starts_at`,
      [staff.network.id],
    )
    const over = rows.filter(({ on }) => on < '2026-11-20')
    expect(over).toHaveLength(4)
    for (const { id, signed, content, items, pdf } of over) {
      expect(signed).toBe(1)
      expect(pdf).toBeNull()
      expect(content.items).toHaveLength(items)
      expect(content.members.length).toBe(content.there)
      expect((await readBoard(staff, id)).minutes[0]!.signedAs).toBe(
        content.members.find(({ chair }: { chair: boolean }) => chair).name,
      )
      await expect(
        database.superuser.query(`update sitting_item set amount_cents = 1 where sitting_id = $1`, [id]),
      ).rejects.toThrow(/does not change/)
    }
    expect(rows.filter(({ on }) => on > '2026-11-20').map(({ signed }) => signed)).toEqual([0])
  })
})
