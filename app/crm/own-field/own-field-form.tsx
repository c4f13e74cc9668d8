import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { hasChoices, OWN_TYPES, type OwnField, offered } from '#server/crm/own-field/own-field.ts'
import { Boxes } from '../../ui/boxes.tsx'
import { Field } from '../../ui/field.tsx'

export type Typed = {
  label: string
  help: string
  type: string
  kinds: string[]
  /** Those the field has, by their keys. */
  known: { key: string; label: string }[]
  /** New ones, one a line. */
  choices: string
  onListing: boolean
}
type Props = {
  kinds: { value: string; label: string }[]
  hasDirectory: boolean
  field?: OwnField
  refused?: { typed: Typed; faults: Record<string, string> }
}

/** A field of the network's own as one describes it; its type is chosen once. */
export function OwnFieldForm({ kinds, hasDirectory, field, refused }: Props) {
  const { t } = useTranslation('crm')
  const typed = refused?.typed ?? {
    label: field?.label ?? '',
    help: field?.help ?? '',
    type: field?.type ?? 'text',
    kinds: field?.kinds ?? [],
    known: field ? offered(field) : [],
    choices: '',
    onListing: field?.onListing ?? false,
  }
  const fault = (name: string) => (refused?.faults[name] ? t(`faults.${refused.faults[name]}`) : undefined)
  return (
    <Form method="post" className="stack">
      {field ? <input type="hidden" name="champ" value={field.id} /> : null}
      <Field label={t('own.label')} fault={fault('label')}>
        {(attributes) => (
          <input {...attributes} name="nom" required maxLength={100} defaultValue={typed.label} />
        )}
      </Field>
      <Field label={t('own.help')} hint={t('own.helpHint')} fault={fault('help')} optional>
        {(attributes) => <input {...attributes} name="aide" maxLength={300} defaultValue={typed.help} />}
      </Field>
      {field ? (
        <input type="hidden" name="type" value={field.type} />
      ) : (
        <Field label={t('own.typeLabel')} hint={t('own.typeHint')} fault={fault('type')}>
          {(attributes) => (
            <select {...attributes} name="type" defaultValue={typed.type}>
              {OWN_TYPES.map((type) => (
                <option key={type} value={type}>
                  {t(`own.type.${type}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {typed.known.length > 0 ? <KnownChoices known={typed.known} /> : null}
      {!field || hasChoices(field.type) ? (
        <Field
          label={t(field ? 'own.newChoices' : 'own.choices')}
          hint={t(field ? 'own.newChoicesHint' : 'own.choicesHint')}
          fault={fault('choices')}
          optional
        >
          {(attributes) => <textarea {...attributes} name="choix" rows={5} defaultValue={typed.choices} />}
        </Field>
      ) : null}
      <fieldset className="choices">
        <legend>{t('own.kinds')}</legend>
        <p className="small muted">{t('own.kindsHint')}</p>
        <Boxes name="pour" chosen={typed.kinds} choices={kinds} />
      </fieldset>
      {hasDirectory ? (
        <label className="check">
          <input type="checkbox" name="public" value="oui" defaultChecked={typed.onListing} />
          {t('own.onListing')}
        </label>
      ) : null}
      <button className="btn primary" type="submit" name="intent" value={field ? 'changer' : 'creer'}>
        {t(field ? 'save' : 'own.create')}
      </button>
    </Form>
  )
}

/** Each under its key, so that one renamed is still the one that records have. */
function KnownChoices({ known }: { known: Typed['known'] }) {
  const { t } = useTranslation('crm')
  return (
    <fieldset className="choices">
      <legend>{t('own.choices')}</legend>
      <p className="small muted">{t('own.knownHint')}</p>
      <ol className="stack">
        {known.map(({ key, label }, index) => (
          <li key={key} className="row">
            <input type="hidden" name="cle" value={key} />
            <input
              className="grow"
              name="libelle"
              aria-label={t('own.choiceNumber', { number: index + 1 })}
              maxLength={100}
              defaultValue={label}
            />
            <label className="row">
              <span className="small muted">{t('own.place')}</span>
              <input
                type="number"
                name="place"
                min={1}
                max={100}
                size={3}
                aria-label={t('own.placeOf', { label })}
                defaultValue={index + 1}
              />
            </label>
          </li>
        ))}
      </ol>
    </fieldset>
  )
}
