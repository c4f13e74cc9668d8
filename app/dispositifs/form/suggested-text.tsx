import { useFetcher } from '@remix-run/react'
import { useId } from 'react'
import type { Choice } from '../../ui/choice-search.ts'

type Props = {
  attributes: object
  name: string
  value: string
  /** What answers the letters that are typed; nothing when nobody may ask. */
  source: string | null
}

const LEAST = 2

/** A text with suggestions as one types, which are not needed. */
export function SuggestedText({ attributes, name, value, source }: Props) {
  const suggestions = useFetcher<{ found: Choice[] }>()
  const list = useId()
  const suggest = (typed: string) => {
    if (source && typed.trim().length >= LEAST)
      suggestions.load(`${source}?${new URLSearchParams({ q: typed })}`)
  }
  return (
    <>
      <input
        {...attributes}
        className="middling"
        name={name}
        defaultValue={value}
        list={source ? list : undefined}
        autoComplete="off"
        onChange={(event) => suggest(event.target.value)}
      />
      {source ? (
        <datalist id={list}>
          {suggestions.data?.found.map((choice) => (
            <option key={choice.value} value={choice.label} />
          ))}
        </datalist>
      ) : null}
    </>
  )
}
