import { outcomesTable } from './outcomes-table';

process.stdout.write(outcomesTable());
