import { at, withQuery } from './address.ts'
import type { Query } from './address.ts'

/** Post-checks: plans and their draw, inspections on the spot, remedies, commitments, complaints. */
export const oversightPaths = {
  list: (query?: Query) => withQuery('/hau-kiem', query),
  mine: () => '/hau-kiem/cua-toi',
  begin: (query?: Query) => withQuery('/hau-kiem/mo', query),
  plans: () => '/hau-kiem/ke-hoach',
  planBegin: () => '/hau-kiem/ke-hoach/lap',
  plan: (id: string, query?: Query) => withQuery(at('/hau-kiem/ke-hoach', id), query),
  draw: (id: string) => at('/hau-kiem/ke-hoach', id, 'rut'),
  drawFile: (id: string) => at('/hau-kiem/ke-hoach', id, 'danh-sach.csv'),
  file: (id: string, query?: Query) => withQuery(at('/hau-kiem/cuoc', id), query),
  item: (id: string, code: string) => at('/hau-kiem/cuoc', id, 'muc', code),
  photo: (id: string, hash: string) => at('/hau-kiem/cuoc', id, 'anh', hash),
  sign: (id: string) => at('/hau-kiem/cuoc', id, 'chot'),
  cancel: (id: string) => at('/hau-kiem/cuoc', id, 'huy'),
  record: (id: string) => at('/hau-kiem/cuoc', id, 'bien-ban.pdf'),
  remedy: (id: string) => at('/hau-kiem/cuoc', id, 'khac-phuc'),
  answerRemedy: (id: string) => at('/hau-kiem/cuoc', id, 'xet-khac-phuc'),
  sanction: (id: string) => at('/hau-kiem/cuoc', id, 'xu-ly'),
  complaints: (query?: Query) => withQuery('/khieu-nai', query),
  complaintBegin: (query?: Query) => withQuery('/khieu-nai/gui', query),
  complaintTerms: () => '/khieu-nai/thoi-han',
  complaint: (id: string) => at('/khieu-nai', id),
  receiveComplaint: (id: string) => at('/khieu-nai', id, 'thu-ly'),
  answerComplaint: (id: string) => at('/khieu-nai', id, 'tra-loi'),
  withdrawComplaint: (id: string) => at('/khieu-nai', id, 'rut'),
  commitments: (number: string) => at('/cam-ket', number),
} as const
