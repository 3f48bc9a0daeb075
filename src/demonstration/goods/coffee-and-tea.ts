import type { Line } from './model.ts'

const bags = ['Túi 250 g', 'Túi 500 g']

export const coffeeAndTea: readonly Line[] = [
  {
    trade: 'Cà phê',
    lands: ['highland'],
    kinds: ['cooperative', 'company', 'household'],
    origin: 'Cà phê được hái chín trên đất đỏ của {place}, phơi giàn và rang từng mẻ nhỏ.',
    goods: [
      {
        name: 'Cà phê bột',
        group: 13,
        drawing: 'ca-phe',
        packs: bags,
        summary: 'Cà phê robusta rang mộc, xay vừa, đậm và thơm lâu.',
        story:
          'Mỗi mẻ rang ghi ngày hái và lô vườn trên túi, để người uống biết ly cà phê của mình đến từ sườn đồi nào.',
      },
      {
        name: 'Cà phê hạt rang mộc',
        group: 13,
        drawing: 'ca-phe',
        packs: bags,
        summary: 'Hạt chín đỏ, rang mộc, không tẩm.',
        story: 'Bà con chỉ hái quả chín từ tám phần trở lên, chậm hơn nhưng hạt đều và ngọt hậu.',
      },
      {
        name: 'Cà phê phin giấy',
        group: 13,
        drawing: 'ca-phe',
        packs: ['Hộp 10 gói 12 g'],
        summary: 'Phin giấy một lần, pha trong ba phút.',
        story: 'Gói phin ra đời sau một chuyến đi rừng dài, khi cả tổ thèm cà phê mà không mang theo phin.',
      },
      {
        name: 'Trà vỏ cà phê',
        group: 12,
        drawing: 'atiso-do',
        packs: ['Hộp 100 g'],
        summary: 'Vỏ quả cà phê chín sấy lạnh, vị như mận và mật.',
        story: 'Phần vỏ từng bỏ đi nay thành thức uống, nhờ vậy mỗi cân quả tươi bán được thêm một phần giá.',
      },
    ],
  },
  {
    trade: 'Ca cao',
    lands: ['highland'],
    kinds: ['company', 'cooperative'],
    origin: 'Ca cao trồng xen dưới tán điều ở {place}, lên men trong thùng gỗ sáu ngày.',
    goods: [
      {
        name: 'Sô cô la đen 70%',
        group: 13,
        drawing: 'ca-phe',
        packs: ['Thanh 60 g'],
        summary: 'Từ hạt đến thanh trong một xưởng nhỏ.',
        story: 'Xưởng giữ công thức chỉ có hạt ca cao và đường mía, để vị trái cây của đất còn nguyên.',
      },
      {
        name: 'Bột ca cao nguyên chất',
        group: 13,
        drawing: 'ca-phe',
        packs: ['Hộp 200 g'],
        summary: 'Bột ca cao ép lạnh, không đường.',
        story: 'Học trò trong buôn uống thử đầu tiên, và câu khen của các em được in ngay trên vỏ hộp.',
      },
    ],
  },
  {
    trade: 'Trà',
    lands: ['highland'],
    kinds: ['cooperative', 'company', 'household'],
    origin: 'Nương trà nằm trong sương sớm của {place}, hái một tôm hai lá trước tám giờ sáng.',
    goods: [
      {
        name: 'Trà ô long',
        group: 11,
        drawing: 'tra-o-long',
        packs: ['Hộp 150 g'],
        summary: 'Ô long lên men nhẹ, nước vàng, hậu ngọt.',
        story: 'Người sao trà thức trọn đêm với mẻ lá, nghe tiếng lá khô mà biết lúc dừng lửa.',
      },
      {
        name: 'Trà xanh sao suốt',
        group: 11,
        drawing: 'tra-o-long',
        packs: ['Túi 200 g'],
        summary: 'Trà xanh sao tay, vị chát dịu.',
        story: 'Chảo gang của bà nội vẫn được dùng cho những mẻ ngon nhất trong năm.',
      },
      {
        name: 'Trà ướp hoa sói',
        group: 11,
        drawing: 'tra-o-long',
        packs: ['Hộp 100 g'],
        summary: 'Trà ướp hoa tươi ba lần, hương thanh.',
        story: 'Hoa hái lúc chập tối, ướp ngay trong đêm vì đến sáng là hết hương.',
      },
    ],
  },
  {
    trade: 'Thảo mộc',
    lands: ['highland', 'coast'],
    kinds: ['household', 'cooperative', 'group'],
    origin: 'Cây được trồng quanh nhà và ven rừng của {place}, sấy ở nhiệt độ thấp để giữ màu.',
    goods: [
      {
        name: 'Trà atiso đỏ',
        group: 12,
        drawing: 'atiso-do',
        packs: ['Hộp 20 túi lọc'],
        summary: 'Đài hoa sấy lạnh, chua nhẹ, màu hồng ngọc.',
        story: 'Vườn hoa đỏ ban đầu chỉ để làm rào, đến khi khách qua đường xin hái mới thành nghề.',
      },
      {
        name: 'Trà khổ qua rừng',
        group: 12,
        drawing: 'tra-o-long',
        packs: ['Túi 100 g'],
        summary: 'Khổ qua rừng thái lát phơi nắng.',
        story: 'Dây khổ qua leo trên bờ rẫy không cần phân, chỉ cần người chịu khó hái đúng tuổi quả.',
      },
      {
        name: 'Trà gừng sả',
        group: 12,
        drawing: 'tra-o-long',
        packs: ['Hộp 15 gói'],
        summary: 'Gừng sẻ và sả lá, ấm bụng ngày mưa.',
        story: 'Công thức của các bà trong thôn, xưa nấu cho người đi biển đi rừng về.',
      },
      {
        name: 'Trà hoa cúc',
        group: 12,
        drawing: 'tra-o-long',
        packs: ['Hũ 50 g'],
        summary: 'Cúc chi sấy nguyên bông.',
        story: 'Bông cúc nở lại trong nước nóng sau ba phút, đủ để ngồi xuống và thở chậm lại.',
      },
    ],
  },
]
