import { at, withQuery } from './address.ts'
import type { Query } from './address.ts'

/** Plans, their targets, tasks given down and reported back. */
export const schemePaths = {
  list: (query?: Query) => withQuery('/ke-hoach', query),
  begin: () => '/ke-hoach/moi',
  plan: (id: string) => at('/ke-hoach', id),
  addTarget: (plan: string) => at('/ke-hoach', plan, 'chi-tieu'),
  addBudget: (plan: string) => at('/ke-hoach', plan, 'kinh-phi'),
  giveTask: (plan: string) => at('/ke-hoach', plan, 'giao-viec'),
  submit: (plan: string) => at('/ke-hoach', plan, 'trinh'),
  return: (plan: string) => at('/ke-hoach', plan, 'tra-lai'),
  approve: (plan: string) => at('/ke-hoach', plan, 'phe-duyet'),
  end: (plan: string) => at('/ke-hoach', plan, 'thoi-thuc-hien'),
  target: (id: string) => at('/ke-hoach/chi-tieu', id),
  changeTarget: (target: string) => at('/ke-hoach/chi-tieu', target, 'sua'),
  dropTarget: (target: string) => at('/ke-hoach/chi-tieu', target, 'bo'),
  measure: (target: string) => at('/ke-hoach/chi-tieu', target, 'ket-qua'),
  task: (id: string, query?: Query) => withQuery(at('/ke-hoach/viec', id), query),
  changeTask: (task: string) => at('/ke-hoach/viec', task, 'sua'),
  dropTask: (task: string) => at('/ke-hoach/viec', task, 'bo'),
  budgetLine: (id: string) => at('/ke-hoach/kinh-phi', id),
  changeBudgetLine: (line: string) => at('/ke-hoach/kinh-phi', line, 'sua'),
  dropBudgetLine: (line: string) => at('/ke-hoach/kinh-phi', line, 'bo'),
  share: (id: string) => at('/ke-hoach/giao', id),
  report: (share: string) => at('/ke-hoach/giao', share, 'bao-cao'),
  answer: (share: string) => at('/ke-hoach/giao', share, 'tra-loi'),
} as const
