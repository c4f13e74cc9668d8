import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { hasChoices, OWN_TYPES, type OwnField } from '#server/crm/own-field/own-field.ts'
import { Boxes } from '../../ui/boxes.tsx'
import { Field } from '../../ui/field.tsx'

export type Typed = {
  label: string
  help: string
  type: string
  kinds: string[]
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
    choices: field?.choices.map(({ label }) => label).join('\n') ?? '',
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
      {!field || hasChoices(field.type) ? (
        <Field
          label={t('own.choices')}
          hint={t('own.choicesHint')}
          fault={fault('choices')}
          optional={!field}
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
