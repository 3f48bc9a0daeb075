import type { LiveMaker } from './model.ts'

const coffee = { group: 13, drawing: 'ca-phe' } as const

/** So that officer and leader of Cư M’gar find something at every step of the commune, and the ministry one to receive. */
export const cuMgarMakers: readonly LiveMaker[] = [
  {
    key: 'buon-cao',
    name: 'Hợp tác xã Nông sản Buôn Cao',
    kind: 'cooperative',
    commune: '24280',
    owner: 'mau.duoc-uy-quyen',
    capacity: 'delegate',
    history: 'Chín hộ cùng buôn góp sân phơi năm 2019. Nay có một xưởng nhỏ và một người giữ sổ.',
    products: [
      {
        key: 'ca-phe-mat',
        ...coffee,
        name: 'Cà phê mật Buôn Cao',
        packs: ['Túi 250 g'],
        summary: 'Chế biến mật, vị ngọt rõ.',
        story: 'Phơi cả lớp nhớt trên giàn tre, trở tay mỗi giờ. Trời mưa thì cả buôn chạy bạt.',
        dossier: { reach: 'filed', daysAgo: 4, aim: { points: 72, stars: 4 } },
      },
      {
        key: 'ca-cao-bot',
        ...coffee,
        name: 'Bột ca cao Buôn Cao',
        packs: ['Hũ 200 g'],
        summary: 'Ca cao lên men sáu ngày, nghiền mịn.',
        story: 'Trồng xen dưới tán cà phê từ một lần thử. Hạt xấu bị loại bằng tay, từng mẻ một.',
        dossier: { reach: 'received-by-commune', daysAgo: 8, aim: { points: 64, stars: 3 } },
      },
      {
        key: 'ca-phe-sua-kho',
        ...coffee,
        name: 'Cà phê sữa hòa tan Buôn Cao',
        packs: ['Hộp 15 gói'],
        summary: 'Pha nhanh, ít ngọt.',
        story: 'Làm cho công nhân ca đêm ở huyện bên. Bán hết trước khi kịp in hộp mới.',
        dossier: { reach: 'commune-checked', daysAgo: 11, aim: { points: 61, stars: 3 } },
      },
      {
        key: 'ca-phe-u-bot',
        ...coffee,
        name: 'Cà phê ủ vỏ gỗ Buôn Cao',
        packs: ['Túi 500 g'],
        summary: 'Ủ trong thùng gỗ mít ba tháng.',
        story: 'Thùng gỗ của ông để lại vốn đựng lúa. Mẻ đầu hỏng, mẻ thứ tư thì khách nhớ tên.',
        dossier: { reach: 'completed', daysAgo: 15, aim: { points: 70, stars: 4 } },
      },
      {
        key: 'tra-hoa-ca-phe',
        ...coffee,
        name: 'Trà hoa cà phê Buôn Cao',
        packs: ['Hộp 50 g'],
        summary: 'Hoa rụng buổi sớm, sấy nhẹ.',
        story: 'Chỉ nhặt hoa đã rụng, nên cây vẫn đậu quả. Mỗi năm làm được mười ngày.',
        dossier: {
          reach: 'draft',
          daysAgo: 3,
          aim: { points: 58, stars: 3 },
          asksFor: 'Mẫu 02 từ phần II và các mức tự chấm còn lại.',
        },
      },
      {
        key: 'ca-phe-dac-san',
        ...coffee,
        name: 'Cà phê đặc sản Buôn Cao',
        packs: ['Túi 200 g'],
        summary: 'Lô nhỏ, hái chín hoàn toàn.',
        story: 'Mỗi năm chỉ ba lô, mỗi lô một hộ. Người mua đầu tiên là một tiệm ở xa, đặt bằng thư.',
        dossier: { reach: 'advised', daysAgo: 76, aim: { points: 93, stars: 5 } },
      },
    ],
  },
]
