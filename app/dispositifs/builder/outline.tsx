import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FIELD_TYPES } from '#server/dispositifs/form/form.schema.ts'
import type { Locale } from '../../i18n.ts'
import { Field } from '../../ui/field.tsx'
import type { FormWorkshop } from './form-builder.tsx'

type Refused = { at: string; typed: Record<string, string>; faults: Record<string, string> } | undefined
type Props = { page: Pick<FormWorkshop, 'content' | 'seen' | 'locked'>; refused: Refused }
const ACTS = 'actes'

/** Sections and fields in their order; each is moved, changed or followed by another with buttons alone. */
export function Outline({ page, refused }: Props) {
  const { t, i18n } = useTranslation('dispositifs')
  const locale = i18n.language as Locale
  const { sections } = page.content
  const first = sections[0]?.key
  const last = sections.at(-1)?.key
  return (
    <section className="stack" aria-labelledby="plan">
      <h2 id="plan">{t('papers.builder.form.outline')}</h2>
      <Form method="post" id={ACTS} preventScrollReset>
        <input type="hidden" name="vu" value={page.seen} />
      </Form>
      {sections.map((section) => (
        <div className="card stack" key={section.key} id={section.key}>
          <div className="row">
            <h3 className="grow">{section.title[locale]}</h3>
            {page.locked.sections.includes(section.key) ? (
              <span className="small muted">{t('templates.ofTemplate')}</span>
            ) : (
              <>
                <Move
                  what="rubrique"
                  of={section.key}
                  name={section.title[locale]}
                  up={section.key !== first}
                  down={section.key !== last}
                />
                <Link className="btn sm" to={`?rubrique=${section.key}#modifier`}>
                  {t('papers.builder.change')} <span className="sr-only">{section.title[locale]}</span>
                </Link>
              </>
            )}
          </div>
          {section.fields.length === 0 ? <p className="muted">{t('papers.builder.form.noField')}</p> : null}
          <ol className="plain stack">
            {section.fields.map((field, at) => (
              <li className="row" key={field.key} id={field.key}>
                <span className="grow">
                  {field.label[locale]}{' '}
                  <span className="small muted">
                    {t(`papers.builder.type.${field.type}`)}
                    {field.required ? ` · ${t('papers.builder.required')}` : ''}
                    {field.showIf ? ` · ${t('papers.builder.conditional')}` : ''}
                  </span>
                </span>
                {page.locked.fields.includes(field.key) ? (
                  <span className="small muted">{t('templates.ofTemplate')}</span>
                ) : (
                  <>
                    <Move
                      what="champ"
                      of={field.key}
                      name={field.label[locale]}
                      up={section.key !== first || at > 0}
                      down={section.key !== last || at < section.fields.length - 1}
                    />
                    <Link className="btn sm" to={`?champ=${field.key}#modifier`}>
                      {t('papers.builder.change')} <span className="sr-only">{field.label[locale]}</span>
                    </Link>
                  </>
                )}
              </li>
            ))}
          </ol>
          <AddField section={section.key} title={section.title[locale]} seen={page.seen} refused={refused} />
        </div>
      ))}
      <Form method="post" className="card row" key={`rubrique ${page.seen}`}>
        <input type="hidden" name="vu" value={page.seen} />
        <Field
          name="title_fr"
          label={t('papers.builder.form.newSection')}
          fault={refused?.at === 'rubrique' ? t(`faults.${refused.faults.title_fr}`) : undefined}
        >
          {(attributes) => <input {...attributes} name="title_fr" autoComplete="off" />}
        </Field>
        <button className="btn" type="submit" name="acte" value="rubrique-ajouter:">
          {t('papers.builder.form.addSection')}
        </button>
      </Form>
    </section>
  )
}

function Move({
  what,
  of,
  name,
  up,
  down,
}: {
  what: string
  of: string
  name: string
  up: boolean
  down: boolean
}) {
  const { t } = useTranslation('dispositifs')
  return (
    <>
      <button
        className="btn sm"
        type="submit"
        form={ACTS}
        name="acte"
        value={`${what}-haut:${of}`}
        disabled={!up}
      >
        <span aria-hidden="true">↑</span>
        <span className="sr-only">{t('papers.builder.up', { name })}</span>
      </button>
      <button
        className="btn sm"
        type="submit"
        form={ACTS}
        name="acte"
        value={`${what}-bas:${of}`}
        disabled={!down}
      >
        <span aria-hidden="true">↓</span>
        <span className="sr-only">{t('papers.builder.down', { name })}</span>
      </button>
    </>
  )
}

function AddField(props: { section: string; title: string; seen: string; refused: Refused }) {
  const { section, title, seen } = props
  const { t } = useTranslation('dispositifs')
  const refused = props.refused?.at === `ajouter:${section}` ? props.refused : undefined
  return (
    <details open={refused !== undefined} key={`${section} ${seen}`}>
      <summary>
        {t('papers.builder.form.addField')} <span className="sr-only">{title}</span>
      </summary>
      <Form method="post" className="row">
        <input type="hidden" name="vu" value={seen} />
        <Field
          name={`label_${section}`}
          label={t('papers.builder.label_fr')}
          fault={refused && t(`faults.${refused.faults.label_fr}`)}
        >
          {(attributes) => (
            <input
              {...attributes}
              name="label_fr"
              defaultValue={refused?.typed.label_fr}
              autoComplete="off"
            />
          )}
        </Field>
        <Field name={`type_${section}`} label={t('papers.builder.typeLabel')}>
          {(attributes) => (
            <select {...attributes} name="type" defaultValue={refused?.typed.type ?? 'short_text'}>
              {FIELD_TYPES.map((type) => (
                <option key={type} value={type}>
                  {t(`papers.builder.type.${type}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <button className="btn" type="submit" name="acte" value={`champ-ajouter:${section}`}>
          {t('papers.builder.form.add')}
        </button>
      </Form>
    </details>
  )
}
