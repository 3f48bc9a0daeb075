import { showDate } from '../kernel/civil-date.ts'
import { showMoney } from '../kernel/money.ts'
import { showCount } from '../kernel/number.ts'
import type { Plan } from '../plan/model.ts'
import { figuresOf } from '../plan/rules.ts'
import type { Form02 } from './model.ts'

interface Described {
  readonly summary: string
  readonly story: string
}

/**
 * What the register and the plan say already stands in the boxes of form 02, to be read over and saved by a person.
 * Revenue and profit are results: the plan's figures stand beside them and are never entered as if they had happened.
 */
export function suggestForm02(product: Described | undefined, plan: Plan | undefined): Form02 {
  const description = product?.story || product?.summary
  if (plan === undefined) return { description }
  const { written, unit } = plan.content
  const { units, revenue, breakEven } = figuresOf(plan.content)
  const aim = `Mười hai tháng bán ${showCount(units)} ${unit || 'đơn vị'}, doanh thu ${showMoney(revenue)}${breakEven === null ? '' : `, hòa vốn từ ${showCount(breakEven)} ${unit || 'đơn vị'} mỗi tháng`}.`
  return {
    description: description || written.product,
    material: written.material,
    technology: written.technology,
    market: [written.market, written.channels].filter(Boolean).join(' '),
    plan: [plan.title, written.product, aim, written.risks && `Rủi ro: ${written.risks}`].filter(Boolean).join('\n'),
  }
}

/** The plan's figures to hold results against: `II. Kết quả thực hiện phương án kinh doanh`. */
export function plannedFacts(plan: Plan): (readonly [string, string])[] {
  const { units, revenue, profit } = figuresOf(plan.content)
  const sent = plan.firstSentOn === null ? 'chưa gửi xã' : `gửi xã lần đầu ${showDate(plan.firstSentOn)}`
  return [
    ['Phương án', `${plan.title}, bản ${plan.number}, ${sent}`],
    ['Dự kiến bán 12 tháng', `${showCount(units)} ${plan.content.unit || 'đơn vị'}`],
    ['Dự kiến doanh thu', showMoney(revenue)],
    ['Dự kiến lãi', showMoney(profit)],
  ]
}
