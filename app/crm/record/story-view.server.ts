import { days } from '#packages/referentials/dates.ts'
import type { Story } from '#server/crm/organisation/story.server.ts'
import { today } from '#server/kernel/clock.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { i18nFor } from '../../i18n.server.ts'
import { STORY_WORDS } from './story-words.server.ts'

export type ShownStory = ReturnType<typeof storyView>

/** The story in sentences, under its years; a day is read as such, an instant on the network's clock. */
export function storyView(story: Story, { network, locale, clock }: StaffContext) {
  const { t } = i18nFor(locale)
  const now = today(clock, network.timeZone)
  const years: { year: string; moments: ShownMoment[] }[] = []
  for (const { kind, id, at, path, detail } of story.moments) {
    const isDay = at.length === 10
    const zone = isDay ? 'UTC' : network.timeZone
    const day = isDay ? at : dayOf(at, zone)
    const words = {
      name: t('kernel:someone'),
      ...known(detail),
      ...STORY_WORDS[kind]?.(detail, network, locale),
    }
    const moment = {
      key: `${kind}-${id}`,
      on: days(locale, zone).format(new Date(at)),
      at,
      title: t(`crm:timeline.${kind}`, words),
      text: typeof detail.text === 'string' ? detail.text : undefined,
      href: path ? `/${network.slug}/${path}` : undefined,
      ahead: day > now,
    }
    const year = day.slice(0, 4)
    if (years.at(-1)?.year !== year) years.push({ year, moments: [] })
    years.at(-1)!.moments.push(moment)
  }
  const { page, pages, only, counts } = story
  return { years, page, pages, only, counts }
}

type ShownMoment = {
  key: string
  on: string
  at: string
  title: string
  text?: string
  href?: string
  ahead: boolean
}

/** What is not known is left to the words themselves. */
const known = (detail: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== null))

const dayOf = (instant: string, timeZone: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(instant))

const LAST_PAGE = 500

/** Which part of the story an address asks for; what it cannot mean is left out. */
export function storyAsked(query: URLSearchParams) {
  const page = Number(query.get('page') ?? 1)
  return {
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
    only: query.get('histoire'),
  }
}
