import { days } from '#packages/referentials/dates.ts'
import { initialsOf } from '#packages/referentials/text.ts'
import { crm } from '#server/crm/permissions.ts'
import { getPerson, type PositionOfPerson } from '#server/crm/person/get-person.server.ts'
import { fullName } from '#server/crm/person/person.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { may } from '#server/kernel/permissions.ts'
import { i18nFor } from '../../i18n.server.ts'
import { historyLines } from '../../kernel/journal-view.server.ts'
import { languageName, personChoices } from './person-form.server.ts'

/** Somebody as their page tells them: days and words in the reader's language, what is empty left out. */
export async function personView(ctx: StaffContext, id: string) {
  const { network, locale } = ctx
  const record = await getPerson(ctx, id)
  const { t } = i18nFor(locale)
  const date = days(locale, 'UTC', 'long')
  const said = (day: string | null) => (day ? date.format(new Date(day)) : null)
  const languages = new Intl.DisplayNames(locale, { type: 'language' })
  const { email, phone, legalBasis } = record
  const facts = [
    { key: 'email', value: email, href: `mailto:${email}` },
    { key: 'phone', value: phone, href: `tel:${phone?.replace(/[^+\d]/g, '')}` },
    { key: 'languages', value: record.languages.map((code) => languageName(languages, code)).join(', ') },
    { key: 'topics', value: record.topics.join(', ') },
    { key: 'legalBasis', value: t(`crm:person.basis.${legalBasis}`) },
    { key: 'dataOrigin', value: record.dataOrigin },
    { key: 'consentedOn', value: said(record.consentedOn) },
  ]
  const name = fullName(record)
  const when = ({ startedOn, endedOn }: PositionOfPerson) => {
    const [from, until] = [said(startedOn), said(endedOn)]
    if (until) return from ? t('crm:person.fromUntil', { from, until }) : t('crm:person.until', { until })
    return from ? t('crm:person.from', { from }) : ''
  }
  const current = record.positions.filter((one) => one.current)
  return {
    id,
    slug: network.slug,
    people: `/${network.slug}/bureau/personnes`,
    name,
    initials: initialsOf(name),
    what: current
      .map(({ function: role, organisation }) => [role, organisation].filter(Boolean).join(', '))
      .join(' · '),
    positions: record.positions.map((position) => ({
      id: position.id,
      organisationId: position.organisationId,
      organisation: position.organisation,
      what: [position.function, t(`crm:person.standing.${position.standing}`), position.service]
        .filter(Boolean)
        .join(' — '),
      when: when(position),
      ended: !position.current,
    })),
    lastContact: said(record.lastContactOn),
    facts: facts.flatMap(({ key, value, href }) => (value ? [{ key, value, href: href ?? null }] : [])),
    history: historyLines(record.history, network, locale),
    choices: personChoices(locale),
    mayWrite: may(ctx, crm['person:write']),
    mayErase: may(ctx, crm['person:delete']),
  }
}
export type PersonView = Awaited<ReturnType<typeof personView>>
