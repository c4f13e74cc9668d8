import { type KeyboardEvent, type RefObject, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Choice } from '../../ui/choice-search.ts'
import { Field } from '../../ui/field.tsx'
import { SuggestedText } from '../form/suggested-text.tsx'
import type { NewStructure } from './new-structure.server.ts'

type Props = {
  kinds: Choice[]
  communes: string
  hasSponsor: boolean
  asked?: NewStructure
  box: RefObject<HTMLDetailsElement>
}

/** Of a structure that the list does not have: as little as the directory asks, without leaving the dossier. */
export function NewStructureFields({ kinds, communes, hasSponsor, asked, box }: Props) {
  const { t } = useTranslation('dispositifs')
  const create = useRef<HTMLButtonElement>(null)
  const typed = asked?.typed
  const fault = (name: keyof NewStructure['faults']) => {
    const found = asked?.faults[name]
    return found && t(`crm:faults.${found.code}`, { choices: found.choices?.join(', ') })
  }
  // Enter makes the structure, not the dossier.
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    create.current?.click()
  }
  return (
    <details ref={box} open={asked ? true : undefined} onKeyDown={press}>
      <summary>{t('dossier.structure.ask')}</summary>
      <div className="stack">
        <Field name="structure.name" label={t('dossier.structure.name')} fault={fault('name')}>
          {(attributes) => (
            <input
              {...attributes}
              name="structure.name"
              maxLength={200}
              autoComplete="off"
              defaultValue={typed?.name}
            />
          )}
        </Field>
        <div className="halved">
          <Field name="structure.kind" label={t('dossier.structure.kind')} fault={fault('kind')}>
            {(attributes) => (
              <select {...attributes} name="structure.kind" defaultValue={typed?.kind ?? kinds[0]?.value}>
                {kinds.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field
            name="structure.commune"
            label={t('dossier.structure.commune')}
            hint={t('crm:hint.commune')}
            fault={fault('commune')}
            optional
          >
            {(attributes) => (
              <SuggestedText
                attributes={attributes}
                name="structure.commune"
                value={typed?.commune ?? ''}
                source={communes}
              />
            )}
          </Field>
        </div>
        {hasSponsor ? (
          <Field name="structure.role" label={t('dossier.structure.role')}>
            {(attributes) => (
              <select {...attributes} name="structure.role" defaultValue={typed?.role}>
                <option value="holders">{t('field.holders')}</option>
                <option value="sponsors">{t('field.sponsors')}</option>
              </select>
            )}
          </Field>
        ) : null}
        {asked && asked.likely.length > 0 ? (
          <div className="notice stack" role="alert">
            <p>
              <strong>{t('crm:likely.title', { count: asked.likely.length })}</strong>
            </p>
            <ul className="plain stack">
              {asked.likely.map(({ id, name, facts, why }) => (
                <li key={id} className="row">
                  <span className="grow">
                    {name} <span className="tag">{why}</span>
                    <span className="small muted block">{facts}</span>
                  </span>
                  <button
                    className="btn sm"
                    type="submit"
                    name="prendre"
                    value={`${id} ${asked.typed.role}`}
                    aria-label={t('dossier.structure.takeNamed', { name })}
                  >
                    {t('dossier.structure.take')}
                  </button>
                </li>
              ))}
            </ul>
            <p>
              <button className="btn" type="submit" name="creer" value="autre">
                {t('dossier.structure.another')}
              </button>
            </p>
          </div>
        ) : (
          <p>
            <button ref={create} className="btn" type="submit" name="creer" value="oui">
              {t('dossier.structure.create')}
            </button>
          </p>
        )}
      </div>
    </details>
  )
}
