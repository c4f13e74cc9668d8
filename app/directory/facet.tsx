import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DirectoryView } from './directory-view.server.ts'

const SHOWN = 6

type Value = DirectoryView['facets'][number]['values'][number]
/** Without a legend of its own, a facet of organisations. */
type FacetView = { key: string; legend?: string; values: Value[] }

export function Facet({ facet }: { facet: FacetView }) {
  const { t } = useTranslation('directory')
  if (facet.values.length === 0) return null
  // What is chosen is never folded away.
  const shown = facet.values.filter((value, index) => index < SHOWN || value.checked)
  const folded = facet.values.filter((value) => !shown.includes(value))
  return (
    <fieldset className="facet">
      <legend>{facet.legend ?? t(`facet.${facet.key}`)}</legend>
      {shown.map((value) => (
        <Choice key={value.value} name={facet.key} value={value} />
      ))}
      {folded.length > 0 ? (
        <details>
          <summary>{t('more', { count: folded.length })}</summary>
          {folded.map((value) => (
            <Choice key={value.value} name={facet.key} value={value} />
          ))}
        </details>
      ) : null}
    </fieldset>
  )
}

function Choice({ name, value }: { name: string; value: Value }) {
  const { t } = useTranslation('directory')
  const box = useRef<HTMLInputElement>(null)
  // The box says what the address says, after Back too; made anew it would lose the keyboard's place.
  useEffect(() => {
    if (box.current) box.current.checked = value.checked
  }, [value.checked])
  return (
    <label>
      <input ref={box} type="checkbox" name={name} value={value.value} defaultChecked={value.checked} />
      <span>{value.label}</span>
      <span className="c">{t('number', { value: value.count })}</span>
    </label>
  )
}
