import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import type { Workshop } from './customise.tsx'
import { EffectList } from './effect-list.tsx'

type Session = Workshop['sessions'][number]

/** Which revisions each session is bound to; one that is behind is moved only by saying so, effects read. */
export function SessionMoves({ page }: { page: Pick<Workshop, 'sessions' | 'moving' | 'current' | 'base'> }) {
  const { t } = useTranslation('dispositifs')
  const { sessions, moving } = page
  if (sessions.length === 0) return null
  const columns: Column<Session>[] = [
    {
      key: 'session',
      label: t('column.session'),
      cell: ({ id, name }) => <Link to={`${page.base}/sessions/${id}`}>{name}</Link>,
    },
    { key: 'dossiers', label: t('column.dossiers'), number: true, cell: ({ dossiers }) => dossiers },
    {
      key: 'bound',
      label: t('papers.builder.bound'),
      cell: ({ bound }) =>
        bound.map(({ kind, number }) => t(`papers.builder.boundTo.${kind}`, { number })).join(' · '),
    },
    {
      key: 'move',
      label: t('papers.builder.newer'),
      cell: ({ id, behind, name }) =>
        behind.length === 0
          ? t('papers.builder.upToDate')
          : behind.map((kind) => (
              <Link key={kind} className="btn sm" to={`?session=${id}&quoi=${kind}#passer`}>
                {t(`papers.builder.moveTo.${kind}`, { number: page.current[kind] })}
                <span className="sr-only"> {name}</span>
              </Link>
            )),
    },
  ]
  return (
    <section className="stack" aria-labelledby="sessions">
      <h2 id="sessions">{t('papers.builder.sessions')}</h2>
      <p className="small muted">{t('papers.builder.sessionsHint')}</p>
      <DataTable
        caption={t('papers.builder.sessions')}
        columns={columns}
        rows={sessions}
        rowKey={({ id }) => id}
      />
      {moving ? (
        <Form method="post" className="card stack" action="?">
          <h3 id="passer">
            {t(`papers.builder.moveAsk.${moving.kind}`, { session: moving.name, number: moving.number })}
          </h3>
          <p>{t(`papers.builder.moveMeans.${moving.kind}`)}</p>
          {moving.kind === 'form' ? <EffectList effects={moving.effects} /> : null}
          <input type="hidden" name="session" value={moving.id} />
          <input type="hidden" name="quoi" value={moving.kind} />
          {moving.kind === 'form' && moving.drafts > 0 ? (
            <label className="check">
              <input type="checkbox" name="brouillons" value="oui" />
              <span>{t('papers.builder.withDrafts', { count: moving.drafts })}</span>
            </label>
          ) : null}
          <p className="row">
            <button className="btn primary" type="submit" name="acte" value="session">
              {t('papers.builder.move')}
            </button>
            <Link className="btn quiet" to="?">
              {t('cancel')}
            </Link>
          </p>
        </Form>
      ) : null}
    </section>
  )
}
