import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { TagOfRecord } from '#server/crm/tag/find-tags.server.ts'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icons.tsx'
import type { Refused } from './record-action.server.ts'

const LONGEST = 60
type Props = { tags: TagOfRecord[]; mayWrite: boolean; list: string; manage: string; refused?: Refused }

/** The team's own words on this record: each opens those that wear it too. */
export function TagsCard({ tags, mayWrite, list, manage, refused }: Props) {
  const { t } = useTranslation('crm')
  const worn = tags.filter((tag) => tag.worn)
  const fault = refused?.form === 'etiqueter' ? refused.faults.etiquette : undefined
  return (
    <section className="card stack" id="etiquettes">
      <h2>{t('tags.title')}</h2>
      {worn.length === 0 ? <p className="muted">{t('tags.none')}</p> : null}
      <ul className="chips">
        {worn.map(({ id, name, colour }) => (
          <li key={id} className="row tight">
            <Link className={`tag hue-${colour}`} to={`${list}?etiquette=${id}`}>
              {name}
            </Link>
            {mayWrite ? (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="intent" value="desetiqueter" />
                <input type="hidden" name="etiquette" value={id} />
                <button className="btn sm quiet" type="submit" aria-label={t('tags.takeOff', { name })}>
                  <Icon name="cross" />
                </button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <Form method="post" className="stack" key={worn.length} preventScrollReset>
          <input type="hidden" name="intent" value="etiqueter" />
          <Field label={t('tags.add')} hint={t('tags.hint')} fault={fault ? t(`faults.${fault}`) : undefined}>
            {(attributes) => (
              <input
                {...attributes}
                name="etiquette"
                list="etiquettes-connues"
                required
                maxLength={LONGEST}
                autoComplete="off"
                defaultValue={fault ? refused?.typed.etiquette : ''}
              />
            )}
          </Field>
          <datalist id="etiquettes-connues">
            {tags
              .filter((tag) => !tag.worn)
              .map(({ id, name }) => (
                <option key={id} value={name} />
              ))}
          </datalist>
          <button className="btn" type="submit">
            {t('tags.put')}
          </button>
        </Form>
      ) : null}
      <Link to={manage} className="small">
        {t('tags.all')}
      </Link>
    </section>
  )
}
