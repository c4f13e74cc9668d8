import { createContext, useContext, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lookup, Picked } from '../lookup.server.ts'

export const LookupGiven = createContext<Lookup | null>(null)

/** The button of a public register, and below it what it proposes. */
export function LookupPart({ of, offered }: { of: Lookup['of']; offered: boolean }) {
  const { t } = useTranslation('crm')
  const lookup = useContext(LookupGiven)
  if (!offered) return null
  const intent = of === 'companies' ? 'entreprises' : 'adresses'
  return (
    <div className="stack">
      <p>
        <button className="btn" type="submit" name="intent" value={intent} formNoValidate>
          {t(`lookup.${of}`)}
        </button>
      </p>
      {lookup?.of === of ? <Answer lookup={lookup} /> : null}
    </div>
  )
}

function Answer({ lookup }: { lookup: Lookup }) {
  const { t } = useTranslation('crm')
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer takes the focus
  useEffect(() => box.current?.focus(), [lookup])
  return (
    <div className="notice stack" role="status" tabIndex={-1} ref={box}>
      {lookup.failure ? <p>{t(`lookup.failure.${lookup.failure}`)}</p> : null}
      {lookup.proposals ? <Proposals lookup={lookup} /> : null}
      {lookup.filled ? <Filled lookup={lookup} /> : null}
    </div>
  )
}

function Proposals({ lookup }: { lookup: Lookup }) {
  const { t } = useTranslation('crm')
  const proposals = lookup.proposals ?? []
  if (proposals.length === 0) return <p>{t(`lookup.none.${lookup.of}`)}</p>
  return (
    <>
      <p>{t('lookup.choose')}</p>
      <ul className="stack">
        {proposals.map(({ title, about, fields }) => (
          <li key={title + about} className="row">
            <span className="grow">
              <strong>{title}</strong>{' '}
              <span className="small muted">{about.replace('closed', t('lookup.closed'))}</span>
            </span>
            <Pick picked={{ of: lookup.of, fields }} label={t('lookup.pick')} about={title} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Filled({ lookup }: { lookup: Lookup }) {
  const { t } = useTranslation('crm')
  const { filled = [], kept = [] } = lookup
  const names = filled.map((field) => t(`field.${field}`)).join(', ')
  return (
    <>
      <p>{filled.length > 0 ? t('lookup.filled', { names }) : t('lookup.filledNothing')}</p>
      {kept.length > 0 ? (
        <>
          <p>{t('lookup.kept')}</p>
          <ul>
            {kept.map(({ field, proposed }) => (
              <li key={field}>{t('kernel:journal.set', { field: t(`field.${field}`), to: proposed })}</li>
            ))}
          </ul>
          <p>
            <Pick
              picked={{
                of: lookup.of,
                instead: true,
                fields: Object.fromEntries(kept.map(({ field, value }) => [field, value])),
              }}
              label={t('lookup.instead')}
            />
          </p>
        </>
      ) : null}
    </>
  )
}

function Pick({ picked, label, about }: { picked: Picked; label: string; about?: string }) {
  return (
    <button
      className="btn sm"
      type="submit"
      name="proposition"
      value={JSON.stringify(picked)}
      formNoValidate
      aria-label={about ? `${label} : ${about}` : undefined}
    >
      {label}
    </button>
  )
}
