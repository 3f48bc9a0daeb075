import { at, withQuery } from './address.ts'
import type { Query } from './address.ts'

/** From the first thought, with or without an account, to the product. */
export const ideaPaths = {
  list: (query?: Query) => withQuery('/y-tuong', query),
  begin: (query?: Query) => withQuery('/y-tuong/moi', query),
  check: (query?: Query) => withQuery('/y-tuong/kiem-tra', query),
  track: () => '/y-tuong/tra-cuu',
  terms: () => '/y-tuong/thoi-han',
  open: (query?: Query) => withQuery('/y-tuong/cong-khai', query),
  openOne: (id: string) => at('/y-tuong/cong-khai', id),
  file: (id: string, query?: { readonly ma?: string | undefined }) => withQuery(at('/y-tuong', id), query),
  answer: (id: string) => at('/y-tuong', id, 'tra-loi'),
  visit: (id: string) => at('/y-tuong', id, 'kha-thi'),
  photo: (id: string, hash: string, query?: { readonly ma?: string | undefined }) =>
    withQuery(at('/y-tuong', id, 'anh', hash), query),
  speak: (id: string) => at('/y-tuong/cong-khai', id, 'y-kien'),
  moderate: (id: string, voice: string) => at('/y-tuong', id, 'y-kien', voice),
  look: (id: string) => at('/y-tuong', id, 'cong-khai'),
  claim: (id: string) => at('/y-tuong', id, 'nhan-ve'),
  organise: (id: string) => at('/y-tuong', id, 'to-chuc'),
  makeProduct: (id: string) => at('/y-tuong', id, 'san-pham'),
  attachProduct: (id: string) => at('/y-tuong', id, 'san-pham-da-co'),
  way: (id: string, query?: { readonly ma?: string | undefined }) => withQuery(at('/y-tuong', id, 'con-duong'), query),
} as const

export const planPaths = {
  list: (query?: Query) => withQuery('/phuong-an', query),
  begin: (query?: Query) => withQuery('/phuong-an/moi', query),
  file: (id: string, query?: Query) => withQuery(at('/phuong-an', id), query),
  write: (id: string) => at('/phuong-an', id, 'soan'),
  send: (id: string) => at('/phuong-an', id, 'gui'),
  remark: (id: string) => at('/phuong-an', id, 'nhan-xet'),
  print: (id: string, query?: Query) => withQuery(at('/phuong-an', id, 'ban-in'), query),
} as const
