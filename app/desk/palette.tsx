import { Link } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/dialog.tsx'
import { PaletteSearch } from './palette-search.tsx'

/**
 * « Rechercher ou noter… »: a link to the ordinary search page that opens the palette once script has
 * come; Ctrl-K or ⌘K opens it from anywhere in the bureau. Escape closes, and the focus goes back.
 */
export function Palette({ network }: { network: string }) {
  const { t } = useTranslation('desk')
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey
      )
        return
      event.preventDefault()
      setOpen((shown) => !shown)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return (
    <>
      <Link
        className="palette-open"
        to={`/${network}/bureau/recherche`}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          setOpen(true)
        }}
      >
        <span className="grow">{t('palette.open')}</span>
        <kbd>{t('palette.keys')}</kbd>
      </Link>
      <Dialog open={open} title={t('palette.title')} onClose={() => setOpen(false)}>
        <PaletteSearch network={network} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}
