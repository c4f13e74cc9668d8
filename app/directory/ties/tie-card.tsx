import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '../../ui/badge.tsx'
import type { TieView } from './tie-view.server.ts'

const TONES: Record<TieView['state'], Tone> = {
  asked: 'wait',
  open: 'neutral',
  waiting: 'info',
  joined: 'ok',
  apart: 'neutral',
}
const LINES = [
  'kind',
  'address',
  'website',
  'countries',
  'sectors',
  'description',
  'known',
  'updatedOn',
] as const

/** Two listings side by side, what each network said, and the answers still possible. */
export function TieCard({ tie }: { tie: TieView }) {
  const { t } = useTranslation('crm')
  const told = (end: TieView['ours'], line: (typeof LINES)[number]) =>
    line === 'known' ? t(`national.known.${end.known}`) : end[line] || t('national.nothing')
  return (
    <li className="card stack">
      <div className="row">
        <h2 className="grow">
          <Link to={tie.record}>{tie.name}</Link>
        </h2>
        <Badge tone={TONES[tie.state]} label={t(`national.state.${tie.state}`, { network: tie.other })} />
      </div>
      {tie.state === 'joined' && !tie.counted ? <p className="notice">{t('national.contradicted')}</p> : null}
      <div className="table-wrap">
        <table className="rows">
          <caption className="sr-only">
            {t('national.compared', { name: tie.name, network: tie.other })}
          </caption>
          <thead>
            <tr>
              <td />
              {[tie.ours, tie.theirs].map((end) => (
                <th key={end.page} scope="col">
                  <a href={end.page}>{t('national.listingOf', { network: end.of })}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('national.line.name')}</th>
              {[tie.ours, tie.theirs].map((end) => (
                <td key={end.page} data-label={end.of}>
                  {[end.name, end.acronym].filter(Boolean).join(' — ')}
                </td>
              ))}
            </tr>
            {LINES.map((line) => (
              <tr key={line}>
                <th scope="row">{t(`national.line.${line}`)}</th>
                {[tie.ours, tie.theirs].map((end) => (
                  <td key={end.page} data-label={end.of}>
                    {told(end, line)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {tie.said ? (
        <p className="small muted">
          {t(`national.said.${tie.said}`, { name: tie.saidBy ?? t('kernel:someone'), date: tie.saidOn })}
        </p>
      ) : null}
      {tie.theySaid ? (
        <p className="small muted">{t(`national.theySaid.${tie.theySaid}`, { network: tie.other })}</p>
      ) : null}
      <Answers tie={tie} />
    </li>
  )
}

function Answers({ tie }: { tie: TieView }) {
  const { t } = useTranslation('crm')
  const intents = tie.said === null ? (['same', 'different'] as const) : (['withdraw'] as const)
  return (
    <Form method="post" className="row">
      <input type="hidden" name="ours" value={tie.ours.id} />
      <input type="hidden" name="network" value={tie.network} />
      <input type="hidden" name="theirs" value={tie.theirs.id} />
      {intents.map((intent) => (
        <button
          key={intent}
          className={intent === 'same' ? 'btn primary' : 'btn'}
          type="submit"
          name="intent"
          value={intent}
          aria-label={t('national.answerNamed', {
            answer: t(`national.answer.${intent}`),
            name: tie.name,
            network: tie.other,
          })}
        >
          {t(`national.answer.${intent}`)}
        </button>
      ))}
    </Form>
  )
}
