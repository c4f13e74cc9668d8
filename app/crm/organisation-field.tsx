import { useFetcher, useParams } from '@remix-run/react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../ui/field.tsx'
import type { loader } from './suggested-organisations.tsx'

type Props = {
  /** The text's name; the one picked among homonyms is sent as `<name>Id`. */
  name: string
  label: string
  hint?: string
  value: string
  /** Which one the text stands for, when it is known. */
  chosen?: string
  fault?: string
  /** Among which to choose, when several answer. */
  homonyms?: { id: string; label: string }[]
  optional?: boolean
}

/** An organisation of the network by its name; suggestions come as one types, and are not needed. */
export function OrganisationField(props: Props) {
  const { name, label, hint, value, chosen, fault, homonyms = [], optional } = props
  const { t } = useTranslation('crm')
  const suggestions = useFetcher<typeof loader>()
  const { network } = useParams()
  const list = useId()
  const suggest = (typed: string) => {
    const asks = new URLSearchParams({ q: typed })
    if (typed.trim().length >= 2) suggestions.load(`/${network}/bureau/structures/suggestions?${asks}`)
  }
  return (
    <>
      <Field name={name} label={label} hint={hint} fault={fault} optional={optional}>
        {(attributes) => (
          <>
            <input
              {...attributes}
              name={name}
              defaultValue={value}
              list={list}
              autoComplete="off"
              onChange={(event) => suggest(event.target.value)}
            />
            <datalist id={list}>
              {suggestions.data?.found.map((choice) => (
                <option key={choice.value} value={choice.label} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      {homonyms.length > 0 ? (
        <fieldset className="choices">
          <legend>{t('whichOne')}</legend>
          {homonyms.map((one) => (
            <label key={one.id}>
              <input type="radio" name={`${name}Id`} value={one.id} defaultChecked={one.id === chosen} />
              <span>{one.label}</span>
            </label>
          ))}
        </fieldset>
      ) : chosen ? (
        <input type="hidden" name={`${name}Id`} value={chosen} />
      ) : null}
    </>
  )
}
