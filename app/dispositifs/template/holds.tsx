import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import type { HoldsView } from './holds-view.server.ts'

/** Form, rules in plain words and grid of a template, to be read. */
export function Holds({ holds }: { holds: HoldsView }) {
  const { t } = useTranslation('dispositifs')
  const count = holds.sections.reduce((sum, { fields }) => sum + fields.length, 0)
  const columns: Column<HoldsView['criteria'][number]>[] = [
    { key: 'label', label: t('papers.builder.grid.label_fr'), cell: ({ label }) => label },
    { key: 'weight', label: t('papers.builder.grid.weight'), number: true, cell: ({ weight }) => weight },
    { key: 'max', label: t('papers.builder.grid.max'), number: true, cell: ({ max }) => max },
    {
      ...{ key: 'share', label: t('templates.shareOfTotal'), number: true },
      cell: ({ share }) => t('templates.percent', { share }),
    },
  ]
  return (
    <>
      <section className="card stack" aria-labelledby="presentation">
        <h2 id="presentation">{t('section.what')}</h2>
        <dl className="facts">
          <Fact label={t('field.funder')} value={holds.funder} />
          <Fact label={t('field.intake')} value={t(`intake.${holds.intake}`)} />
          <Fact label={t('field.aliases')} value={holds.aliases.join(' · ')} />
          <Fact label={t('field.legalText')} value={holds.legalText} />
          <Fact label={t('templates.jury')} value={t(`jury.${holds.jury}`)} />
          {holds.letters > 0 ? (
            <Fact
              label={t('follow.letters.title')}
              value={t('templates.letters', { count: holds.letters })}
            />
          ) : null}
        </dl>
        {holds.steps.length > 0 ? (
          <ul>
            {holds.steps.map((step) => (
              <li key={step}>{t(`step.${step}`)}</li>
            ))}
          </ul>
        ) : null}
      </section>
      <section className="card stack" aria-labelledby="regles">
        <h2 id="regles">{t('rules.title')}</h2>
        {holds.rules.length === 0 ? <p className="muted">{t('rules.none')}</p> : null}
        <ul>
          {holds.rules.map(({ key, says, why, source, blocking }) => (
            <li key={key}>
              <strong>{says}</strong> {why}{' '}
              <span className="muted small">
                {source}
                {blocking ? '' : ` · ${t('rules.advice')}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section className="card stack" aria-labelledby="formulaire">
        <h2 id="formulaire">{t('papers.builder.part.form')}</h2>
        <p className="small muted">{t('templates.questions', { count })}</p>
        {holds.sections.map(({ key, title, fields }) => (
          <details key={key}>
            <summary>
              {title}{' '}
              <span className="small muted">{t('templates.questions', { count: fields.length })}</span>
            </summary>
            <ol>
              {fields.map((field) => (
                <li key={field.key}>
                  {field.label}{' '}
                  <span className="small muted">
                    {t(`papers.builder.type.${field.type}`)}
                    {field.required ? ` · ${t('papers.builder.required')}` : ''}
                    {field.conditional ? ` · ${t('papers.builder.conditional')}` : ''}
                  </span>
                </li>
              ))}
            </ol>
          </details>
        ))}
      </section>
      <section className="stack" aria-labelledby="grille">
        <h2 id="grille">{t('papers.builder.part.grid')}</h2>
        <DataTable
          caption={t('papers.builder.grid.criteria')}
          columns={columns}
          rows={holds.criteria}
          rowKey={({ key }) => key}
        />
      </section>
    </>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  if (!value) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
