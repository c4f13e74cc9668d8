import { useRef, useState } from 'react'
import { useHydrated } from '../../ui/use-hydrated.ts'

/** A text to take elsewhere: a button where a script runs, the text to select everywhere. */
export function CopiedText(props: { text: string; label: string; copy: string; copied: string }) {
  const { text, label, copy, copied } = props
  const area = useRef<HTMLTextAreaElement>(null)
  const [done, setDone] = useState<string | null>(null)
  const take = async () => {
    area.current?.select()
    try {
      await navigator.clipboard.writeText(text)
      setDone(text)
    } catch {
      // Refused by the browser: the text is selected, Ctrl+C takes it.
      area.current?.focus()
    }
  }
  return (
    <>
      <textarea
        ref={area}
        className="code"
        readOnly
        rows={7}
        value={text}
        aria-label={label}
        onFocus={(event) => event.target.select()}
      />
      {useHydrated() ? (
        <p>
          <button type="button" className="btn primary" onClick={() => void take()}>
            {copy}
          </button>{' '}
          <span role="status">{done === text ? copied : ''}</span>
        </p>
      ) : null}
    </>
  )
}
