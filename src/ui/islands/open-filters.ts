// On wide screens the filters stand open. Without this script they open on a press.
if (matchMedia('(min-width: 60rem)').matches) document.querySelector('.filters')?.setAttribute('open', '')
