import { days } from '#packages/referentials/dates.ts'
import type { ListedLine } from '#server/dispositifs/listing/find-listed-dispositifs.server.ts'
import { callState, currentCall } from '#server/dispositifs/listing/listed-calls.ts'
import type { KnownNetwork } from '#server/kernel/networks.ts'
import { i18nFor } from '../../i18n.server.ts'
import { nameOf } from '../../shell.server.ts'
import { callView, type Reader } from './call-view.server.ts'

export type ListView = ReturnType<typeof listView>
export type Line = ReturnType<typeof lineOf>

/** What a network's dispositifs are doing today: those one can apply to first. */
export function listView(found: ListedLine[], network: KnownNetwork, reader: Reader) {
  const { t } = i18nFor(reader.locale)
  const those = (state: string) =>
    found
      .filter((one) => stateOf(one, reader.now) === state)
      .sort((a, b) => instantOf(a, reader.now) - instantOf(b, reader.now))
      .map((one) => lineOf(one, network, reader))
  const [open, next, others] = [those('open'), those('next'), those('past')]
  const word = (key: 'heading' | 'empty' | 'emptyHelp' | 'team' | 'nothingOpen') =>
    t(`dispositifs:public.${key}`)
  return {
    title: t('dispositifs:public.titleOf', { network: nameOf(network) }),
    intro: t('dispositifs:public.introOf', { network: nameOf(network) }),
    empty: found.length === 0,
    team: `/${network.slug}/equipe`,
    groups: [
      { key: 'open', heading: t('dispositifs:public.openNow'), lines: open },
      { key: 'next', heading: t('dispositifs:public.opensNext'), lines: next },
      { key: 'past', heading: t('dispositifs:public.others'), lines: others },
    ].filter(({ key, lines }) => key === 'open' || lines.length > 0),
    words: {
      heading: word('heading'),
      empty: word('empty'),
      emptyHelp: word('emptyHelp'),
      team: word('team'),
      nothingOpen: word('nothingOpen'),
    },
  }
}

function stateOf({ calls }: ListedLine, now: Date) {
  const call = currentCall(calls, now)
  return call ? callState(call, now) : 'past'
}

/** By what one waits for: its closing, its opening; then the name, in which they come. */
function instantOf({ calls }: ListedLine, now: Date): number {
  const call = currentCall(calls, now)
  if (!call || callState(call, now) === 'past') return 0
  return Date.parse(callState(call, now) === 'open' ? call.closesAt : call.opensAt)
}

function lineOf(
  { slug, code, name, summary, funder, calls }: ListedLine,
  network: KnownNetwork,
  reader: Reader,
) {
  const { t } = i18nFor(reader.locale)
  const current = currentCall(calls, reader.now)
  const call = current && callView(current, reader)
  const closedOn = current && days(reader.locale, current.timeZone, 'long').format(new Date(current.closesAt))
  return {
    href: `/${network.slug}/dispositifs/${slug}`,
    name,
    code: code === name ? '' : code,
    summary,
    funder: funder && t('dispositifs:public.funder', { funder }),
    state: call && call.state !== 'past' ? { tone: call.tone, label: call.stateLabel } : null,
    when: !call
      ? t('dispositifs:public.noCall')
      : call.state === 'open'
        ? t('dispositifs:public.closesOn', { at: call.closes.text })
        : call.state === 'next'
          ? t('dispositifs:public.opensOn', { at: call.opens.text })
          : t('dispositifs:public.lastClosed', { date: closedOn }),
    left: call?.left ?? '',
  }
}
