import { useTranslation } from 'react-i18next'
import type { Piece } from '#packages/word-diff/word-diff.ts'

/** One side of a change: what was taken away is struck through, what was added underlined; both are said aloud. */
export function WordChanges({ pieces, side }: { pieces: Piece[]; side: 'before' | 'after' }) {
  const { t } = useTranslation('space')
  const shown = pieces.filter(({ kind }) => kind !== (side === 'before' ? 'new' : 'gone'))
  if (shown.length === 0) return <span className="muted">{t('empty')}</span>
  return (
    <span className="words">
      {shown.map(({ kind, text }, index) => {
        const key = `${index} ${text}`
        if (kind === 'same') return <span key={key}>{text}</span>
        const Tag = kind === 'gone' ? 'del' : 'ins'
        return (
          <Tag key={key}>
            <span className="sr-only">{t(kind === 'gone' ? 'wordsGone' : 'wordsNew')} </span>
            {text}
          </Tag>
        )
      })}
    </span>
  )
}
