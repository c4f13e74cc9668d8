import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { PDF, picture, xlsx, zip } from '#tests/support/sample-files.ts'
import { refusalOf } from './errors.ts'
import { examineFile } from './examine-file.server.ts'

const refusal = (name: string, bytes: Uint8Array) =>
  examineFile({ name, bytes }).then(
    ({ mediaType }) => `kept as ${mediaType}`,
    (error) => refusalOf(error) ?? error,
  )
const text = (content: string) => Buffer.from(content)
const nameOf = async (name: string, bytes: Uint8Array = PDF) => (await examineFile({ name, bytes })).name

describe('What is sent', () => {
  it.each([
    ['rapport.pdf', PDF, 'application/pdf'],
    ['budget.xlsx', xlsx(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['liste.csv', text('Nom;Ville\r\nÉcole;Niort'), 'text/csv'],
    ['notes.txt', text('Réunion du 3 < 5 personnes'), 'text/plain'],
  ])('is kept when its bytes are of a type people use: %s', async (name, bytes, type) => {
    expect(await refusal(name, bytes)).toBe(`kept as ${type}`)
  })

  it.each([
    ['dessin.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['dessin.png', '\uFEFF \n<?xml version="1.0"?><svg onload="alert(1)"/>'],
    ['page.html', '<!doctype html><script>alert(1)</script>'],
    ['page.txt', '\n\n<HTML><body onload=alert(1)>'],
    ['liste.csv', 'Nom;Ville\n<script>alert(1)</script>;Niort'],
    ['rapport.pdf', '<!--%PDF-1.4--><script>alert(1)</script>'],
  ])('is refused when it is a page or a drawing, whatever its name: %s', async (name, content) => {
    expect(await refusal(name, text(content))).toBe('active')
  })

  it('is refused when it is a program, an archive or nothing', async () => {
    expect(await refusal('rapport.pdf', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]))).toBe('type')
    expect(await refusal('a.xlsx', zip([{ name: 'malin.exe', content: text('MZ') }]))).toBe('type')
    expect(await refusal('script.sh', text('#!/bin/sh\necho'))).toBe('type')
    expect(await refusal('vide.pdf', Buffer.alloc(0))).toBe('missing')
  })

  it('is refused when it swells past the bounds, its declared size true or not', async () => {
    const swollen = Buffer.alloc(120 * 1024 * 1024)
    expect(await refusal('bombe.xlsx', xlsx([{ name: 'xl/a.xml', content: swollen }]))).toBe('swollen')
    const liar = xlsx([{ name: 'xl/a.xml', content: swollen, declared: 10 }])
    expect(await refusal('bombe.xlsx', liar)).toBe('swollen')
    expect(await refusal('coupe.xlsx', xlsx().subarray(0, -10))).toBe('swollen')
  })

  it('is refused when a picture would open onto more points than a screen can hold', async () => {
    const side = 9000
    const huge = await sharp({ create: { width: side, height: side, channels: 3, background: '#000' } })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(huge.length).toBeLessThan(1_000_000)
    expect(await refusal('bombe.png', huge)).toBe('unreadable')
    expect(await refusal('coupee.png', (await picture('png', 64)).subarray(0, 60))).toBe('unreadable')
  })
})

describe('A picture', () => {
  it.each(['png', 'jpeg', 'webp'] as const)(
    'is drawn anew: what it says of its author and what follows it are gone (%s)',
    async (format) => {
      const sent = Buffer.concat([await picture(format), text('<script>alert(1)</script>')])
      const { bytes, mediaType } = await examineFile({ name: `photo.${format}`, bytes: sent })
      expect(mediaType).toBe(`image/${format}`)
      expect(Buffer.from(bytes).includes('script')).toBe(false)
      expect(Buffer.from(bytes).includes('Camille')).toBe(false)
      expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    },
  )
  it('is made smaller when it is larger than a page needs', async () => {
    const { bytes } = await examineFile({ name: 'grande.jpg', bytes: await picture('jpeg', 4000) })
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 3000, height: 3000 })
  })
})

describe('A name', () => {
  it.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['D:\\Dossiers\\moi\\statuts.pdf', 'statuts.pdf'],
    ['facture.pdf.exe', 'facture.pdf.exe.pdf'],
    ['facture\u202Efdp.exe', 'facturefdp.exe.pdf'],
    ['a\r\nSet-Cookie: b.pdf', 'aSet-Cookie b.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['', 'document.pdf'],
    ['Rapport d’été.PDF', 'Rapport d’été.pdf'],
  ])('keeps what a person reads and nothing that acts: %j', async (given, kept) => {
    expect(await nameOf(given)).toBe(kept)
  })
  it('is cut when it is longer than a line', async () => {
    expect((await nameOf(`${'é'.repeat(500)}.pdf`)).length).toBe(124)
  })
})
