import { describe, expect, it } from 'vitest'
import { messagesIn } from '../../src/messages/all-messages.ts'

type Kind = 'Person' | 'Organization' | 'Service' | 'Group'
const called = (tag: string, title: string, owner: string, kind: Kind): string =>
  messagesIn(tag).ownDocument(title, owner, kind)

describe("claimant's own document", () => {
  it.each<[string, string, string, Kind, string]>([
    ['en', "X's privacy policy", 'X', 'Service', 'its privacy policy'],
    ['en', "Elon Musk's post of 31 August 2023", 'Elon Musk', 'Person', 'a post of 31 August 2023'],
    ['en', "Musk's post of 31 August 2023", 'Elon Musk', 'Person', 'a post of 31 August 2023'],
    ['id', 'kebijakan privasi X', 'X', 'Service', 'kebijakan privasinya'],
    [
      'id',
      'laporan Bloomberg tanggal 31 Agustus 2023',
      'Bloomberg',
      'Organization',
      'laporannya tanggal 31 Agustus 2023',
    ],
    ['id', 'teks Roll20 di ToS;DR', 'Roll20', 'Service', 'teksnya di ToS;DR'],
    ['id', 'kiriman Musk tanggal 31 Agustus 2023', 'Elon Musk', 'Person', 'kirimannya tanggal 31 Agustus 2023'],
  ])('has a pronoun for its owner in %s: %s', (tag, title, owner, kind, expected) => {
    expect(called(tag, title, owner, kind)).toBe(expected)
  })

  it.each<[string, string, string, Kind]>([
    ['id', 'kiriman di X tentang kebijakan baru', 'X', 'Service'],
    ['id', 'laporan tentang kebijakan privasi X', 'X', 'Service'],
    ['id', 'laporan xAI', 'X', 'Service'],
    ['en', "Tesla Motors's report", 'Grand Motors', 'Organization'],
    ['en', "The post on X's policy", 'X', 'Service'],
  ])('keeps a title in which the name is not that of the owner in %s: %s', (tag, title, owner, kind) => {
    expect(called(tag, title, owner, kind)).toBe(title)
  })
})
