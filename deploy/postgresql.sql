-- As a superuser of the cluster, once. The program makes its schemas and extensions itself: the account owns the database.
create role ocop_app login password 'mat-khau';
create database ocop owner ocop_app encoding 'UTF8' template template0;
revoke all on database ocop from public;
