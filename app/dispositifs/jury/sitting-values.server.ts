import { dayOff } from '#server/dispositifs/sitting/day-off.ts'
import { sittingChoices } from '#server/dispositifs/sitting/find-sittings.server.ts'
import { type SittingInput, sittingInput } from '#server/dispositifs/sitting/sitting.schema.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { readInput, textOf } from './read-input.server.ts'

const TEXTS = ['name', 'startsAt', 'place', 'link', 'quorum', 'chair', 'guests'] as const
export type SittingValues = Record<(typeof TEXTS)[number], string> & {
  sessions: string[]
  instructors: string[]
}

export const sittingValues = (form: FormData): SittingValues => ({
  ...(Object.fromEntries(TEXTS.map((name) => [name, textOf(form, name)])) as Record<
    (typeof TEXTS)[number],
    string
  >),
  sessions: form.getAll('sessions').map(String),
  instructors: form.getAll('instructors').map(String),
})

export type SittingWarning = 'past' | 'sunday' | 'holiday'

/** What is asked, unless it is on a day that nobody was warned of, over or off: then one is warned, once. */
export function readSitting(
  ctx: StaffContext,
  values: SittingValues,
  { warned, before }: { warned: string; before: string },
) {
  const read = readInput(sittingInput, values)
  const { startsAt } = values
  const day = startsAt.slice(0, 10)
  const off = dayOff(day)
  const over = day !== '' && startsAt !== before && day < today(ctx.clock, ctx.network.timeZone)
  const warnings: SittingWarning[] = [...(over ? ['past' as const] : []), ...(off ? [off] : [])]
  return { ...read, warnings: warned === startsAt ? [] : warnings } as {
    input: SittingInput | null
    faults: Record<string, string> | null
    warnings: SittingWarning[]
  }
}

export async function choicesFor(ctx: Context, id: string | null) {
  const { sessions, people, guests } = await sittingChoices(ctx, id)
  const chosen = <One extends { id: string; chosen: boolean }>(all: One[]) =>
    all.filter((one) => one.chosen).map((one) => one.id)
  return {
    choices: {
      sessions: sessions.map(({ id: value, label }) => ({ value, label })),
      people: people.map(({ id: value, label }) => ({ value, label })),
    },
    chosen: {
      ...{
        sessions: chosen(sessions),
        instructors: chosen(people),
        chair: people.find(({ chair }) => chair)?.id ?? '',
      },
      guests: guests
        .map(({ name, organisation }) => [name, organisation].filter(Boolean).join(', '))
        .join('\n'),
    },
  }
}
