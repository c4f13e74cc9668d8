import { useTranslation } from 'react-i18next'
import { countryName } from '#packages/referentials/countries.ts'
import { KINDS } from '#packages/referentials/kinds.ts'
import type { ReadProps } from './answers-read.tsx'
import { useSaid } from './filling.ts'
import { held, listOf, writtenText } from './read-cell.ts'

export function PartnersRead({ answer }: ReadProps) {
  const { i18n } = useTranslation('dispositifs')
  const said = useSaid()
  return (
    <ul>
      {listOf(answer).map((partner, index) => {
        const part = (key: string) => writtenText(held(partner, key))
        const kind = KINDS.find(({ key }) => key === part('kind'))
        const country = part('country') && countryName(part('country'), i18n.language === 'en' ? 'en' : 'fr')
        const facts = [kind ? said(kind) : part('kind'), part('place'), country].filter(Boolean).join(' · ')
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two partners may have one name
          <li key={index}>
            <strong>{part('name')}</strong>
            {facts ? <span className="muted"> {facts}</span> : null}
            {part('role') ? <p className="said">{part('role')}</p> : null}
          </li>
        )
      })}
    </ul>
  )
}
