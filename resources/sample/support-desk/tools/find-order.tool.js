const orders = {
  "A-1042": { state: "on its way", carrier: "North Post", arrives: "Thursday" },
  "A-1043": { state: "delivered", signedBy: "reception desk" },
  "B-2001": { state: "waiting for parts", arrives: "in about two weeks" },
};

export function call(args) {
  const order = orders[args.order];
  if (!order)
    throw new Error(`There is no order ${args.order}. The number is on the invoice, as in A-1042.`);
  return { order: args.order, ...order };
}
