import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Namesake } from '#server/crm/person/find-namesakes.server.ts'

/** Who may be the same person: people decide, the two stay two unless one says otherwise. */
export function Namesakes(props: { namesakes: Namesake[]; slug: string; hasPosition: boolean }) {
  const { namesakes, slug, hasPosition } = props
  const { t } = useTranslation('crm')
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer takes the focus
  useEffect(() => box.current?.focus(), [namesakes])
  return (
    <div className="notice stack" role="alert" tabIndex={-1} ref={box}>
      <p>
        <strong>{t('person.namesakes', { count: namesakes.length })}</strong>
      </p>
      <ul className="stack">
        {namesakes.map((one) => (
          <li key={one.id} className="row">
            <span className="grow">
              <a href={`/${slug}/bureau/personnes/${one.id}`} target="_blank" rel="noopener">
                {one.name}
              </a>
              <span className="small muted">
                {` ${[one.sameEmail ? t('person.sameEmail') : one.email, one.where].filter(Boolean).join(' — ')}`}
              </span>
            </span>
            {hasPosition ? (
              <button className="btn sm" type="submit" name="meme" value={one.id}>
                {t('person.isThisOne', { name: one.name })}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <p>
        <button className="btn" type="submit" name="autre" value="oui">
          {t('person.isAnother')}
        </button>
      </p>
    </div>
  )
}
