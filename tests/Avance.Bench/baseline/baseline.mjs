// The bare work of the app, done by the official JavaScript client. The job is a JSON file, the result is printed:
//   writes  {storage, plans: [id], tables: {table: [row]}, workers}   as many rows for each plan, in transactions of 100
//           "PLAN" in a row key is the plan's id
//   reads   {storage, plans: [id], reads: [{table, rowKey} | {table, filter, select}], workers}   "PLAN" in a filter is
//           the plan's id; of a row key the row of that key in the plan's partition is read
//   scan    {storage, tables: [{table, select}], workers}   all rows of the tables, one table after the other
//   pairs   {storage, plans: [id], table, rows: [row, row], count, workers, first, read: {table, rowKey, select}}
//           transactions of two entities, each after that row of the plan has been read, if one is named
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../../local/azurite/package.json", import.meta.url));
const { TableClient } = require("@azure/data-tables");

// What the service takes at once.
const MOST = 100;

const job = JSON.parse(readFileSync(process.argv[2], "utf8"));
const clients = new Map();
const client = table => {
  if (!clients.has(table)) {
    clients.set(table, TableClient.fromConnectionString(job.storage, table, { allowInsecureConnection: true }));
  }
  return clients.get(table);
};

// Workers take the next item until there is none.
const each = async (count, work) => {
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: job.workers }, async (_, worker) => {
      for (let item = next++; item < count; item = next++) await work(item, worker);
    }),
  );
  return (performance.now() - started) / 1000;
};

const modes = {
  async writes() {
    const batches = Object.entries(job.tables).flatMap(([table, rows]) =>
      Array.from({ length: Math.ceil((rows.length * job.plans.length) / MOST) }, (_, batch) => ({ table, rows, batch })),
    );
    for (const table of Object.keys(job.tables)) await client(table).createTable();
    let count = 0;
    const seconds = await each(batches.length, async index => {
      const { table, rows, batch } = batches[index];
      const actions = [];
      for (let i = batch * MOST; i < Math.min((batch + 1) * MOST, rows.length * job.plans.length); i++) {
        const row = rows[i % rows.length];
        const Plan = job.plans[Math.floor(i / rows.length)];
        const partitionKey = `bare-${String(batch).padStart(6, "0")}`;
        actions.push(["create", { ...row, Plan, partitionKey, rowKey: row.rowKey.replace("PLAN", Plan) }]);
      }
      await client(table).submitTransaction(actions);
      count += actions.length;
    });
    return { count, seconds };
  },

  async reads() {
    let count = 0;
    const seconds = await each(job.plans.length, async index => {
      for (const { table, rowKey, filter, select } of job.reads) {
        if (rowKey) {
          await client(table).getEntity(job.plans[index], rowKey);
          count++;
          continue;
        }
        const queryOptions = { filter: filter.replace("PLAN", job.plans[index]), select: select ?? undefined };
        for await (const _ of client(table).listEntities({ queryOptions })) count++;
      }
    });
    return { count, seconds };
  },

  async scan() {
    let count = 0;
    const seconds = await each(job.tables.length, async index => {
      const { table, select } = job.tables[index];
      for await (const _ of client(table).listEntities({ queryOptions: { select } })) count++;
    });
    return { count, seconds };
  },

  async pairs() {
    await client(job.table).createTable();
    const latencies = [];
    const seconds = await each(job.count, async item => {
      const started = performance.now();
      const partitionKey = job.plans[item % job.plans.length];
      if (job.read) {
        await client(job.read.table).getEntity(partitionKey, job.read.rowKey, { queryOptions: { select: job.read.select } });
      }
      const actions = job.rows.map(row => [
        "create",
        { ...row, partitionKey, rowKey: row.rowKey.replace("NUMBER", job.first + item) },
      ]);
      await client(job.table).submitTransaction(actions);
      latencies.push(performance.now() - started);
    });
    return { count: job.count, seconds, latencies };
  },
};

console.log(JSON.stringify(await modes[job.mode]()));
