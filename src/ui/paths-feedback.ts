import { at, withQuery } from './address.ts'
import type { Query } from './address.ts'

/** The feedback desk: sending and following, published answers and figures, the queue of those who answer. */
export const feedbackPaths = {
  list: (query?: Query) => withQuery('/phan-anh', query),
  send: (query?: Query) => withQuery('/phan-anh/gui', query),
  track: (query?: { readonly ma?: string | undefined }) => withQuery('/phan-anh/theo-doi', query),
  mine: () => '/phan-anh/cua-toi',
  figures: (query?: Query) => withQuery('/phan-anh/so-lieu', query),
  published: (id: string) => at('/phan-anh/tra-loi', id),
  queue: (query?: Query) => withQuery('/phieu-phan-anh', query),
  file: (id: string) => at('/phieu-phan-anh', id),
  photo: (id: string, query?: { readonly ma?: string | undefined }) =>
    withQuery(at('/phieu-phan-anh', id, 'anh'), query),
  transfer: (id: string) => at('/phieu-phan-anh', id, 'chuyen'),
  answer: (id: string) => at('/phieu-phan-anh', id, 'tra-loi'),
  tellMe: (id: string) => at('/phieu-phan-anh', id, 'bao-toi'),
  confirmTell: (id: string) => at('/phieu-phan-anh', id, 'bao-toi', 'ma'),
  stopTell: (id: string) => at('/phieu-phan-anh', id, 'bao-toi', 'ngung'),
  reopen: (id: string) => at('/phieu-phan-anh', id, 'mo-lai'),
  endConsent: (id: string) => at('/phieu-phan-anh', id, 'rut-dong-y'),
  publish: (id: string) => at('/phieu-phan-anh', id, 'cong-khai'),
  takeDown: (id: string) => at('/phieu-phan-anh', id, 'go-cong-khai'),
} as const
