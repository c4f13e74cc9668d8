import { expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { mayMove, STATES, STEPS, type Steps } from './lifecycle.ts'

const database = useDatabase()

const SUBSETS = Array.from({ length: 2 ** STEPS.length }, (_, bits) =>
  STEPS.filter((_step, nth) => bits & (1 << nth)),
)

it('every move is legal in the database exactly when it is in the table of moves', async () => {
  const asked = STATES.flatMap((from) =>
    STATES.flatMap((to) => SUBSETS.map((steps) => ({ from, to, steps }))),
  )
  const { rows } = await database.superuser.query<{ legal: boolean }>(
    `select dossier_move_legal(r->>'from', r->>'to', array(select jsonb_array_elements_text(r->'steps'))) as legal
     from jsonb_array_elements($1::jsonb) with ordinality as a(r, nth) order by nth`,
    [JSON.stringify(asked)],
  )
  const here = asked.filter(({ from, to, steps }) =>
    mayMove(from, to, Object.fromEntries(STEPS.map((step) => [step, steps.includes(step)])) as Steps),
  )
  expect(asked.filter((_, nth) => rows[nth]!.legal)).toEqual(here)
  expect(here.length).toBeGreaterThan(300)
})
