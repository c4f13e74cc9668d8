import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { NewerCard } from './newer-card.tsx'
import type { TemplateSide } from './template-side.tsx'

type Props = { page: TemplateSide; followed: NonNullable<TemplateSide['followed']> }

/** The template a dispositif follows: what was taken, what is one's own, what is newer. */
export function Followed({ page, followed }: Props) {
  const { t } = useTranslation('dispositifs')
  const { owner, version, takenAt, departedAt, own, drafts } = followed
  const workshop = `${page.base}/${page.id}/personnaliser`
  const isWhole = drafts.parts.every((part) => part.isWhole)
  return (
    <>
      <section className="card stack" aria-labelledby="suivi">
        <h2 id="suivi">{t('templates.follows')}</h2>
        <p>
          <strong>{followed.name}</strong>{' '}
          <span className="muted">
            {owner ? t('templates.by', { owner }) : t('templates.product')} ·{' '}
            {t('templates.version', { version })} · {t('templates.takenOn', { on: takenAt })}
          </span>
        </p>
        <p>
          <Badge
            tone={departedAt ? 'wait' : 'ok'}
            label={t(departedAt ? 'templates.departed' : 'templates.locked')}
          />{' '}
          {departedAt ? t('templates.departedOn', { on: departedAt }) : t('templates.lockedMeans')}
        </p>
        {followed.gone ? <p className="notice">{t('templates.goneMeans')}</p> : null}
        {!followed.newer && !followed.gone && drafts.parts.length === 0 ? (
          <p className="muted">{t('templates.upToDate')}</p>
        ) : null}
      </section>
      {followed.newer ? <NewerCard newer={followed.newer} mayWrite={page.mayWrite} /> : null}
      {drafts.parts.length > 0 ? (
        <section className="card stack" aria-labelledby="brouillons">
          <h2 id="brouillons">{t('templates.draftsTitle', { version })}</h2>
          <ul>
            {drafts.parts.map((part) => (
              <li key={part.kind}>
                {t(`papers.builder.part.${part.kind}`)}
                {part.isWhole ? null : <strong> {t('templates.toFix')}</strong>}
              </li>
            ))}
          </ul>
          <p className="small muted">{t('templates.draftsMean')}</p>
          {page.mayWrite ? (
            <Form method="post" className="row">
              <input type="hidden" name="vu" value={drafts.seen} />
              {isWhole ? (
                <ConfirmSubmit
                  label={t('templates.putInForce')}
                  question={t('templates.putAsk', { version })}
                  consequence={t('papers.builder.publishMeans')}
                  name="acte"
                  value="publier"
                  main
                />
              ) : null}
              <Link className="btn" to={workshop}>
                {t('templates.reread')}
              </Link>
            </Form>
          ) : null}
        </section>
      ) : null}
      <section className="card stack" aria-labelledby="ajouts">
        <h2 id="ajouts">{t('templates.ownTitle')}</h2>
        {own.length === 0 ? (
          <p className="muted">{t('templates.ownNone')}</p>
        ) : (
          <ul>
            {own.map(({ id, what, how, label }) => (
              <li key={id}>
                <Badge tone={how === 'added' ? 'info' : 'wait'} label={t(`templates.own.${how}`)} />{' '}
                {t(`templates.piece.${what}`, { label })}
              </li>
            ))}
          </ul>
        )}
        {page.mayWrite ? (
          <Form method="post" className="row">
            <Link className="btn" to={workshop}>
              {t('papers.builder.title')}
            </Link>
            {departedAt ? null : (
              <ConfirmSubmit
                label={t('templates.depart')}
                question={t('templates.departAsk', { name: followed.name })}
                consequence={t('templates.departMeans')}
                name="acte"
                value="s-ecarter"
              />
            )}
          </Form>
        ) : null}
      </section>
    </>
  )
}
